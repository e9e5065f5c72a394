import DoubletContracts
public import DoubletJSON

/// Some of the first 64 members of an object, by their position.
public struct MemberSet: Sendable, Equatable {
  private var bits: UInt64 = 0

  /// No members.
  public init() {}

  /// Whether there are none.
  public var isEmpty: Bool { bits == 0 }

  /// Adds the member at a position; one beyond the first 64 is left out.
  public mutating func insert(_ position: Int) {
    if position < UInt64.bitWidth { bits |= 1 &<< UInt64(position) }
  }

  /// Whether the member at a position is among them.
  func contains(_ position: Int) -> Bool { position < UInt64.bitWidth && bits & (1 &<< UInt64(position)) != 0 }
}

extension Validator {
  /// Whether a value is sure to meet the schema of that index, some of whose members are known to meet what it asks of
  /// them: they stood in another value that met it, in the same direction. The tape may have other values in their places.
  ///
  /// False also where it cannot be told so: what a schema asks of a member can depend on the others, or it asks for a
  /// value as a whole.
  public func isSurelyValid(_ value: JSONCursor, against schema: Int, direction: Direction, known: MemberSet) -> Bool {
    guard !known.isEmpty else { return isValid(value, against: schema, direction: direction) }
    guard judgesMembersApart(schema) else { return false }
    return withExtendedLifetime(program) {
      var evaluator = Evaluator(program, direction: direction, value: value)
      evaluator.known = known
      return evaluator.verdict(schema, value)
    }
  }

  /// Whether a schema asks the same of a member of an object, whatever the other members are: no choice stands between
  /// the schema and those of the members, and no value of the whole object.
  private func judgesMembersApart(_ schema: Int, depth: Int = 0) -> Bool {
    guard depth < 8 else { return false }
    let tables = program.source
    return tables.schemas[schema].program.indices.allSatisfy { index in
      let instruction = tables.instructions[index]
      switch instruction.opcode {
      case .anyOf, .oneOf, .not, .conditional, .dependentSchema, .dynamicReference, .discriminator,
        .unevaluatedProperties, .constant, .enumeration:
        return false
      case .allOf, .reference:
        return tables.schemasInPlace(of: instruction).allSatisfy { judgesMembersApart($0, depth: depth + 1) }
      default: return true
      }
    }
  }
}
