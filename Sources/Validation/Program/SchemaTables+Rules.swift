import DoubletContracts

extension SchemaTables {
  /// The patterns, ready to be matched; an error where one is no regular expression.
  func compiledPatterns() throws(ValidatorError) -> [Pattern] {
    var compiled: [Pattern] = []
    for (index, pattern) in patterns.enumerated() {
      do {
        compiled.append(try Pattern(pattern))
      } catch {
        throw failure("the pattern '\(pattern)' cannot be enforced: \(error.message)", ofRuleUsing: .pattern, index)
      }
    }
    return compiled
  }

  /// The formats; an error where one is not known, since the tables hold only those to be asserted.
  func resolvedFormats() throws(ValidatorError) -> [Format] {
    var resolved: [Format] = []
    for (index, name) in formats.enumerated() {
      guard let rule = Format(name: name) else {
        throw failure(
          "the format '\(name)' is not known; use a registered one or leave it out",
          ofRuleUsing: .format,
          index
        )
      }
      resolved.append(rule)
    }
    return resolved
  }

  /// An error at the first instruction whose operand is that pattern or format.
  private func failure(_ message: String, ofRuleUsing opcode: Opcode, _ operand: Int) -> ValidatorError {
    for row in schemas {
      for index in row.program.indices {
        let instruction = instructions[index]
        if instruction.opcode == opcode, Int(instruction.a) == operand {
          return ValidatorError(
            schemaLocation: "\(row.location)/\(opcode.keyword)",
            position: positions[index],
            message: message
          )
        }
        if opcode == .pattern, instruction.opcode == .members,
          patternProperties[objects[Int(instruction.a)].patterns.indices].contains(where: { $0.pattern == operand })
        {
          return ValidatorError(
            schemaLocation: "\(row.location)/patternProperties",
            position: positions[index],
            message: message
          )
        }
      }
    }
    return ValidatorError(schemaLocation: "#", position: .none, message: message)
  }
}
