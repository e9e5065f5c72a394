import DoubletContracts
import DoubletJSON

extension Demand {
  /// Gathers one instruction of a schema.
  mutating func add(_ step: Instruction, _ index: Int, _ applied: Applied, _ tables: SchemaTables) {
    let (a, b, c) = (Int(step.a), Int(step.b), Int(step.c))
    switch step.opcode {
    case .never: refuseAll()
    case .type: narrow(to: JSONTypes(rawValue: a))
    case .enumeration: narrow(to: Array(tables.values[a..<(a + b)]))
    case .constant: narrow(to: [tables.values[a]])

    case .minimum: number.lower.append(NumberDemand.Bound(tables.numbers[a], isExclusive: false))
    case .exclusiveMinimum: number.lower.append(NumberDemand.Bound(tables.numbers[a], isExclusive: true))
    case .maximum: number.upper.append(NumberDemand.Bound(tables.numbers[a], isExclusive: false))
    case .exclusiveMaximum: number.upper.append(NumberDemand.Bound(tables.numbers[a], isExclusive: true))
    case .multipleOf: number.factors.append(tables.numbers[a])

    case .minLength: string.least = max(string.least, a)
    case .maxLength: string.most = min(string.most, a)
    case .pattern: string.patterns.append(a)
    case .format: addFormat(tables.formats[a])

    case .minItems: array.least = max(array.least, a)
    case .maxItems: array.most = min(array.most, a)
    case .uniqueItems: array.isUnique = true
    case .elements:
      let first = tables.children[a..<(a + b)].map { applied.next($0, in: tables) }
      array.runs.append(ArrayDemand.Run(first: first, rest: c < 0 ? nil : applied.next(c, in: tables)))
    case .contains:
      array.contained.append(
        ArrayDemand.Contained(schema: applied.next(a, in: tables), least: b, most: c < 0 ? .max : c)
      )
      isUncertain = true
    case .unevaluatedItems:
      array.unevaluated.append(applied.next(a, in: tables))
      isUncertain = true

    case .minProperties: object.least = max(object.least, a)
    case .maxProperties: object.most = min(object.most, a)
    case .required: for name in tables.names[a..<(a + b)] { object.require(name) }
    case .members: object.add(tables.objects[a], applied, tables)
    case .propertyNames: object.names.append(applied.next(a, in: tables))
    case .dependentRequired:
      object.dependents.append(
        ObjectDemand.Dependent(trigger: tables.names[a], names: Array(tables.names[b..<(b + c)]))
      )
    case .unevaluatedProperties:
      object.unevaluated.append(applied.next(a, in: tables))
      isUncertain = true

    case .allOf: for child in tables.children[a..<(a + b)] { add(applied.next(child, in: tables), tables) }
    case .reference: add(applied.next(a, in: tables), tables)
    case .dynamicReference: add(applied.target(of: step, in: tables), tables)
    case .not: exclude(applied.next(a, in: tables), tables)
    case .anyOf, .oneOf, .conditional, .dependentSchema, .discriminator:
      addAlternatives(step, index, applied, tables)
    }
  }

  private mutating func addFormat(_ name: String) {
    guard let format = Format(name: name), format != .annotation else { return }
    if format.instanceKind == .number { number.formats.append(format) } else { string.formats.append(format) }
  }
}
