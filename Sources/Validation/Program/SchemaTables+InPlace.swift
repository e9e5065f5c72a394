import DoubletContracts
import DoubletJSON

extension SchemaTables {
  /// The schemas that an instruction applies to the very value that its own schema is applied to.
  func schemasInPlace(of instruction: Instruction) -> [Int] {
    let (a, b, c) = (Int(instruction.a), Int(instruction.b), Int(instruction.c))
    switch instruction.opcode {
    case .allOf, .anyOf, .oneOf: return Array(children[a..<(a + b)])
    case .not, .reference, .dynamicReference: return [a]
    case .conditional: return [a, b, c].filter { $0 >= 0 }
    case .dependentSchema: return [b]
    case .discriminator: return discriminations[b..<(b + c)].map(\.schema)
    default: return []
    }
  }

  /// Whether the schema is `false`.
  func isNever(_ schema: Int) -> Bool {
    let program = schemas[schema].program
    return program.count == 1 && instructions[program.start].opcode == .never
  }

  /// Where the keyword of an instruction of a schema stands: `#/components/schemas/Tag/type`.
  func location(of schema: Int, keyword: String) -> String { "\(schemas[schema].location)/\(keyword)" }
}

extension Opcode {
  /// Whether it applies one or some of several schemas to a value, and another to the next one.
  var isBranching: Bool { self == .anyOf || self == .oneOf || self == .discriminator }
}
