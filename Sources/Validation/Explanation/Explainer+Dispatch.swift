import DoubletContracts
import DoubletJSON

extension Explainer {
  /// Writes down what is wrong with a value by one instruction. A keyword that speaks of another type has no say.
  mutating func explain(_ rule: Rule, _ value: JSONCursor, _ context: Context) {
    let step = rows.pointee.full[rule.index]
    switch step.opcode {
    case .elements where value.kind == .array: explainElements(step, value, context)
    case .members where value.kind == .object: explainMembers(step, value, context)
    case .required where value.kind == .object: explainRequired(rule, value, context)
    case .dependentRequired where value.kind == .object: explainDependents(rule, value, context)
    case .propertyNames where value.kind == .object: explainNames(step, value, context)
    case .contains where value.kind == .array: explainContains(rule, value, context)
    case .pattern where value.kind == .string: explainPattern(rule, value)
    case .elements, .members, .required, .dependentRequired, .propertyNames, .contains, .pattern: break
    case .allOf, .anyOf, .oneOf, .not, .conditional, .reference, .dynamicReference, .dependentSchema, .discriminator:
      explainComposition(rule, value, context)
    case .never: report(forbidden: rule.schema, "false", value, Message.never)
    default:
      if !evaluator.holds(step, value, context) { reportBroken(rule, value, context) }
    }
  }

  @inline(never)
  private mutating func reportBroken(_ rule: Rule, _ value: JSONCursor, _ context: Context) {
    report(rule, value, message(rule, value, context))
  }

  /// The sentence for a keyword that looks at the value alone.
  @inline(never)
  private func message(_ rule: Rule, _ value: JSONCursor, _ context: Context) -> String {
    // The operands of the tables, which the full program may have replaced.
    let instruction = source.instructions[rule.index]
    let operand = Int(instruction.a)
    switch instruction.opcode {
    case .type: return Message.type(JSONTypes(rawValue: operand), value)
    case .enumeration:
      return Message.enumeration(source.values[operand..<operand + Int(instruction.b)], value)
    case .constant: return Message.constant(source.values[operand], value)
    case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .multipleOf:
      return Message.bound(instruction.opcode, source.numbers[operand], value)
    case .minLength: return Message.minLength(operand, value)
    case .maxLength: return Message.maxLength(operand, value)
    case .format: return Message.format(program.rows.pointee.formats[operand], value)
    case .minItems: return Message.minItems(operand, has: value.count)
    case .maxItems: return Message.maxItems(operand, has: value.count)
    case .uniqueItems:
      let pair = value.firstRepetition() ?? (first: 0, second: 0)
      return Message.uniqueItems(pair.first, pair.second)
    case .minProperties: return Message.minProperties(operand, has: evaluator.memberCount(value, context))
    case .maxProperties: return Message.maxProperties(operand, has: evaluator.memberCount(value, context))
    default: preconditionFailure("\(instruction.opcode) does not look at the value alone")
    }
  }

  @inline(never)
  private mutating func explainPattern(_ rule: Rule, _ value: JSONCursor) {
    let pattern = program.patterns[Int(rows.pointee.full[rule.index].a)]
    let verdict = value.withCharacters { pattern.matches($0) }
    if verdict != .matches { report(rule, value, Message.pattern(pattern, verdict, value)) }
  }
}
