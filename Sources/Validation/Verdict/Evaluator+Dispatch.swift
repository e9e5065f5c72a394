import DoubletContracts
import DoubletJSON

extension Evaluator {
  /// Whether one instruction holds. A keyword that speaks of another type holds.
  mutating func holds(_ step: Instruction, _ value: JSONCursor, _ context: Context) -> Bool {
    switch step.opcode {
    case .never: return false
    case .type: return isType(step.a, value, value.kind)
    case .enumeration, .constant: return isChoice(step, value)
    case .minimum: return value.kind != .number || number(step, value) != .less
    case .exclusiveMinimum: return value.kind != .number || number(step, value) == .greater
    case .maximum: return value.kind != .number || number(step, value) != .greater
    case .exclusiveMaximum: return value.kind != .number || number(step, value) == .less
    case .multipleOf:
      return value.kind != .number || value.number.isMultiple(of: program.numbers[Int(step.a)])
    case .minLength: return value.kind != .string || value.unicodeScalarCount >= Int(step.a)
    case .maxLength: return value.kind != .string || value.unicodeScalarCount <= Int(step.a)
    case .pattern: return value.kind != .string || matches(Int(step.a), value)
    case .format: return isFormat(Int(step.a), value)
    case .minItems: return value.kind != .array || value.count >= Int(step.a)
    case .maxItems: return value.kind != .array || value.count <= Int(step.a)
    case .uniqueItems: return value.kind != .array || value.firstRepetition() == nil
    case .elements: return value.kind != .array || elementsHold(step, value, context)
    case .contains: return value.kind != .array || containsHolds(step, value, context)
    case .minProperties: return value.kind != .object || memberCount(value, context) >= Int(step.a)
    case .maxProperties: return value.kind != .object || memberCount(value, context) <= Int(step.a)
    case .required: return value.kind != .object || hasRequired(step, value, context)
    case .members: return value.kind != .object || membersHold(rows.pointee.shapes[step.a], value, context)
    case .propertyNames: return value.kind != .object || namesHold(step.a, value, context)
    case .dependentRequired: return value.kind != .object || hasDependents(step, value, context)
    case .dependentSchema:
      return value.kind != .object || value.member(named: rows.pointee.name(step.a)) == nil
        || isValid(step.b, value, context)
    case .allOf, .anyOf, .oneOf, .not, .conditional, .reference, .dynamicReference, .discriminator:
      return composes(step, value, context)
    case .unevaluatedItems: return value.kind != .array || unevaluatedElementsHold(step.a, value, context)
    case .unevaluatedProperties: return value.kind != .object || unevaluatedMembersHold(step.a, value, context)
    }
  }
}
