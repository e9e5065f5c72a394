import DoubletContracts
import DoubletJSON

/// What a schema says about `null`.
enum Nullability {
  case forbids
  /// It says nothing of types at all.
  case isSilent
  case allows
}

extension SchemaTables {
  /// What schemas that all hold say about `null`.
  func nullability(ofAll schemas: [Int], within depth: Int = 16) -> Nullability {
    let all = schemas.map { nullability(of: $0, within: depth) }
    return all.contains(.forbids) ? .forbids : all.contains(.allows) ? .allows : .isSilent
  }

  private func nullability(of schema: Int, within depth: Int) -> Nullability {
    guard depth > 0 else { return .isSilent }
    let all = program(of: schema).map { nullability(of: $0, within: depth) }
    return all.contains(.forbids) ? .forbids : all.contains(.allows) ? .allows : .isSilent
  }

  private func nullability(of instruction: Instruction, within depth: Int) -> Nullability {
    let operand = Int(instruction.a)
    switch instruction.opcode {
    case .never: return .forbids
    case .type: return JSONTypes(rawValue: operand).contains(.null) ? .allows : .forbids
    case .enumeration:
      return values[operand..<operand + Int(instruction.b)].contains(where: \.isNull) ? .allows : .forbids
    case .constant: return values[operand].isNull ? .allows : .forbids
    case .reference, .allOf, .dynamicReference:
      return nullability(ofAll: schemasInPlace(of: instruction), within: depth - 1)
    case .anyOf, .oneOf:
      let all = schemasInPlace(of: instruction).map { nullability(of: $0, within: depth - 1) }
      return all.contains(.allows) ? .allows : all.contains(.isSilent) ? .isSilent : .forbids
    default: return .isSilent
    }
  }
}
