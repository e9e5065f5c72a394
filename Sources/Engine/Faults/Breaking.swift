import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Offers values that may break a rule of a schema, in document order of the rules, until one is taken: what they break is
/// for the validator to say. Each schema is looked at once, so that one that refers to itself ends.
struct Breaking {
  let tables: SchemaTables
  private var seen: Set<Int> = []
  /// Values longer than this are not made up.
  private static let longest = 1 << 16

  init(_ tables: SchemaTables) { self.tables = tables }

  /// Offers values for a schema, those for the value itself first, then those for its members; whether one was taken.
  mutating func offer(for schema: Int, until take: (JSON) -> Bool) -> Bool {
    guard tables.schemas.indices.contains(schema), seen.insert(schema).inserted else { return false }
    for instruction in tables.program(of: schema) {
      let (a, b) = (Int(instruction.a), Int(instruction.b))
      switch instruction.opcode {
      case .members:
        if offerMembers(tables.objects[a], until: take) { return true }
      case .reference:
        if offer(for: a, until: take) { return true }
      case .allOf:
        for child in tables.children[a..<(a + b)] where offer(for: child, until: take) { return true }
      default:
        if Breaking.values(against: instruction).contains(where: take) { return true }
      }
    }
    return false
  }

  private mutating func offerMembers(_ row: ObjectRow, until take: (JSON) -> Bool) -> Bool {
    for property in tables.properties[row.properties.indices].sorted(by: { $0.order < $1.order })
    where !property.traits.contains(.readOnly) {
      if offer(for: property.schema, until: { take(.object(JSONObject([(property.name, $0)]))) }) { return true }
    }
    return false
  }

  /// Values against one rule.
  private static func values(against instruction: Instruction) -> [JSON] {
    let count = Int(instruction.a)
    switch instruction.opcode {
    case .never: return [.null]
    case .type: return otherTypes(JSONTypes(rawValue: count))
    case .enumeration, .constant: return [.string("none of these")]
    case .minLength: return [.string(String(repeating: "a", count: min(longest, max(0, count - 1))))]
    case .maxLength where count < longest: return [.string(String(repeating: "a", count: count + 1))]
    case .pattern, .format: return [.string(" "), .string("")]
    case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum:
      return [.number(JSONNumber(-(1 << 60))), .number(JSONNumber(1 << 60))]
    case .multipleOf: return [.number(JSONNumber(0.000123456789))]
    case .minItems: return [.array([])]
    case .maxItems where count < longest: return [.array(Array(repeating: .null, count: count + 1))]
    case .required, .minProperties: return [.object(JSONObject())]
    default: return []
    }
  }

  private static func otherTypes(_ types: JSONTypes) -> [JSON] {
    let candidates: [JSON] = [.number(JSONNumber(0)), .string("text"), .bool(true), .object(JSONObject())]
    return candidates.filter { JSONTypes(of: $0).isDisjoint(with: types) }
  }
}
