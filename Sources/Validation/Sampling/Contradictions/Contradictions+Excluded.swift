import DoubletContracts
import DoubletJSON

extension Contradictions {
  /// A schema that must not be met, and that every value which is left meets: as where several branches of a `oneOf` take
  /// whatever is null.
  func excludedContradiction(in demand: Demand) -> Contradiction? {
    let types = demand.choices.map { JSONTypes(ofAll: $0) } ?? demand.types
    guard types != .all, let excluded = demand.nots.first(where: { takesAll(types, $0) }) else { return nil }
    let rule = demand.choices.map { Message.mustBe($0) } ?? Message.mustBe(types)
    let location = tables.schemas[excluded.schema].location
    return Contradiction(pointer: JSONPointer(), rules: [rule, "must not match \(location), which takes that"])
  }

  /// Whether a schema takes every value of some types.
  func takesAll(_ types: JSONTypes, _ applied: Applied, within depth: Int = 8) -> Bool {
    depth > 0
      && tables.program(of: applied.schema).allSatisfy { step in
        let (a, b) = (Int(step.a), Int(step.b))
        switch step.opcode {
        case .type: return types.isSubset(of: JSONTypes(rawValue: a))
        case .minLength, .maxLength, .pattern: return types.isDisjoint(with: .string)
        case .format: return types.isDisjoint(with: [.string, .number])
        case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum, .multipleOf:
          return types.isDisjoint(with: .number)
        case .minItems, .maxItems, .uniqueItems, .elements, .contains, .unevaluatedItems:
          return types.isDisjoint(with: .array)
        case .minProperties, .maxProperties, .required, .members, .propertyNames, .dependentRequired, .dependentSchema,
          .unevaluatedProperties, .discriminator:
          return types.isDisjoint(with: .object)
        case .reference: return takesAll(types, applied.next(a, in: tables), within: depth - 1)
        case .allOf, .anyOf:
          let parts = tables.children[a..<(a + b)].map { applied.next($0, in: tables) }
          let takes = parts.map { takesAll(types, $0, within: depth - 1) }
          return step.opcode == .allOf ? !takes.contains(false) : takes.contains(true)
        case .never, .enumeration, .constant, .oneOf, .not, .conditional, .dynamicReference: return false
        }
      }
  }
}

extension Sampler {
  /// Whether every string meets a schema, as far as that can be told.
  public func takesEveryString(_ schema: Int, direction: Validator.Direction) -> Bool {
    let contradictions = Contradictions(program.source, direction: direction)
    return contradictions.takesAll(.string, Applied(schema, in: program.source))
  }
}
