import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SchemaCompiler {
  /// `minLength` and `maxLength`.
  func compileStrings(_ program: inout SchemaProgram) {
    compileBounds(&program, ("minLength", .minLength), ("maxLength", .maxLength))
  }

  /// Two counts of which the first must not be above the second.
  func compileBounds(
    _ program: inout SchemaProgram,
    _ lower: (keyword: String, opcode: Opcode),
    _ upper: (keyword: String, opcode: Opcode)
  ) {
    let least = count(program, lower.keyword)
    let most = count(program, upper.keyword)
    if let least { program.append(Instruction(lower.opcode, least), for: lower.keyword) }
    if let most { program.append(Instruction(upper.opcode, most), for: upper.keyword) }
    if let least, let most, least > most {
      diagnostics.warning(
        "'\(lower.keyword)' \(least) is above '\(upper.keyword)' \(most), so nothing is valid",
        at: program.position(of: lower.keyword)
      )
    }
  }

  /// `minimum`, `maximum`, their exclusive forms, and `multipleOf`.
  func compileNumbers(_ program: inout SchemaProgram) {
    compileLimit(&program, "minimum", .minimum, "exclusiveMinimum", .exclusiveMinimum)
    compileLimit(&program, "maximum", .maximum, "exclusiveMaximum", .exclusiveMaximum)
    if let number = number(program, "multipleOf") {
      if number.double > 0 {
        append(&program, .multipleOf, number, "multipleOf")
      } else {
        let message = "'multipleOf' must be above 0, not \(number.text)"
        mistake("multipleOf", of: program.schema, message, at: program.position(of: "multipleOf"))
      }
    }
  }

  /// A limit and its exclusive form, which is a number of its own, or in draft 4 a mark on the limit.
  private func compileLimit(
    _ program: inout SchemaProgram,
    _ keyword: String,
    _ opcode: Opcode,
    _ exclusive: String,
    _ exclusiveOpcode: Opcode
  ) {
    let mark = program[exclusive]?.node.bool
    if mark != nil, dialect == .draft2020 {
      diagnostics.warning(
        "'\(exclusive)' is a number in OpenAPI 3.1, the limit itself; it is read as in 3.0",
        at: program.position(of: exclusive)
      )
    }
    if let limit = number(program, keyword) {
      append(&program, mark == true ? exclusiveOpcode : opcode, limit, keyword)
    }
    if mark == nil, let limit = number(program, exclusive) { append(&program, exclusiveOpcode, limit, exclusive) }
  }

  private func number(_ program: SchemaProgram, _ keyword: String) -> JSONNumber? {
    guard let value = program[keyword] else { return nil }
    if let number = value.node.number { return number }
    mistake(keyword, of: program.schema, "'\(keyword)' must be a number, not \(value.node.kindName)", at: value.node)
    return nil
  }

  private func append(_ program: inout SchemaProgram, _ opcode: Opcode, _ number: JSONNumber, _ keyword: String) {
    program.append(Instruction(opcode, tables.numbers.count), for: keyword)
    tables.numbers.append(number)
  }

  /// `pattern`.
  func compilePattern(_ program: inout SchemaProgram) {
    if let value = program["pattern"] {
      if let text = value.node.string {
        if acceptsPattern(text, of: program.schema, "pattern", at: value.node) {
          program.append(Instruction(.pattern, pattern(text)), for: "pattern")
        }
      } else {
        mistake("pattern", of: program.schema, "'pattern' must be a string, not \(value.node.kindName)", at: value.node)
      }
    }
  }

  /// `format`.
  func compileFormat(_ program: inout SchemaProgram, isAsserted: Bool) {
    guard let value = program["format"] else { return }
    guard let text = value.node.string else {
      mistake("format", of: program.schema, "'format' must be a string, not \(value.node.kindName)", at: value.node)
      return
    }
    if Format(name: text) != nil {
      if isAsserted {
        program.append(Instruction(.format, format(text)), for: "format")
      } else {
        unenforced("format", of: program.schema, because: "formats are annotations here", at: value.position)
      }
    } else {
      unenforced("format", of: program.schema, because: "the format '\(text)' has no rule here", at: value.position)
      guard let near = Suggestion.nearest(to: text, among: Format.allCases.map(\.rawValue)),
        unknownFormats.insert(text).inserted
      else { return }
      diagnostics.warning("the format '\(text)' is not known; did you mean '\(near)'?", at: value.node)
    }
  }
}
