import DoubletContracts
import DoubletJSON

extension ProbeWalk {
  /// The schemas that a schema leads to, with the steps to where they apply.
  func children(of schema: Applied) -> [(Applied, [SampleStep])] {
    tables.schemas[schema.schema].program.indices.flatMap { index -> [(Applied, [SampleStep])] in
      let step = tables.instructions[index]
      let (a, b, c) = (Int(step.a), Int(step.b), Int(step.c))
      switch step.opcode {
      case .reference: return [(schema.next(a, in: tables), [])]
      case .dynamicReference: return [(schema.target(of: step, in: tables), [])]
      case .allOf: return tables.children[a..<(a + b)].map { (schema.next($0, in: tables), []) }
      case .anyOf, .oneOf, .discriminator, .conditional, .dependentSchema: return branches(of: index, schema)
      case .members: return members(of: tables.objects[a], schema)
      case .elements:
        let first = tables.children[a..<(a + b)].enumerated().map { position, child in
          (schema.next(child, in: tables), [SampleStep.element(position)])
        }.filter { !tables.isNever($0.0.schema) }
        return first + (c < 0 || tables.isNever(c) ? [] : [(schema.next(c, in: tables), [.element(b)])])
      case .unevaluatedItems:
        let position = Demand(of: [schema], tables).array.firstLeft
        return tables.isNever(a) ? [] : [(schema.next(a, in: tables), [.element(position)])]
      case .unevaluatedProperties:
        guard !tables.isNever(a), let key = keyOfOther(schema) else { return [] }
        return [(schema.next(a, in: tables), [.member(key)])]
      default: return []
      }
    }
  }

  /// The schemas that each option of a choice brings. The condition of `if` asks nothing by itself.
  private func branches(of index: Int, _ schema: Applied) -> [(Applied, [SampleStep])] {
    let step = tables.instructions[index]
    var demand = Demand()
    demand.addAlternatives(step, index, schema, tables)
    return demand.alternatives.flatMap { alternatives in
      alternatives.options.enumerated().flatMap { number, option in
        option.schemas.filter { step.opcode != .conditional || $0.schema != Int(step.a) }
          .map { ($0, [SampleStep.option(rule: index, number)]) }
      }
    }
  }

  /// Why nothing can be broken that a step leads to: where another schema of 'anyOf' takes everything, or other rules look
  /// at whatever could be left.
  func hindrance(at step: SampleStep?, from schema: Applied, to child: Applied) -> Hindrance? {
    let left = tables.schemas[schema.schema].program.indices.first { index in
      let step = tables.instructions[index]
      return step.opcode == .unevaluatedItems || step.opcode == .unevaluatedProperties
        ? Int(step.a) == child.schema : false
    }
    if let left, contradictions.leavesNothing(to: left, of: schema) {
      return Hindrance(Self.nothingLeft, dependencies: [child.schema])
    }
    guard case .option(let rule, _) = step, tables.instructions[rule].opcode == .anyOf, !program.sharesChoice(rule),
      tables.branches(tables.instructions[rule]).contains(where: { tables.schemas[$0].program.isEmpty })
    else { return nil }
    return Hindrance("another schema of 'anyOf' takes everything", dependencies: [child.schema])
  }

  static let nothingLeft = "other rules of its schema look at all that could be left to it"

  /// A key that a pattern of `patternProperties` matches.
  func key(matching pattern: Int) -> String? {
    var demand = StringDemand()
    demand.patterns = [pattern]
    var search = SampleSearch(program, direction: direction, seed: 0, name: "", attempt: 0)
    return search.strings(of: demand, name: "", repetition: 0).first
  }

  /// A key that a schema does not name, and that its `propertyNames` allows.
  private func keyOfOther(_ schema: Applied) -> String? {
    let object = Demand(of: [schema], tables).object
    var search = SampleSearch(program, direction: .none, seed: 0, name: "", attempt: 1)
    let place = SamplePlace(name: "key", isLean: true, trail: [])
    let made = object.names.isEmpty ? nil : search.sample(object.names, at: place)?.string
    return (["other", "another", "other member"] + [made].compactMap(\.self)).first { key in
      !object.members.contains(key) && search.accepts(.string(key), object.names)
    }
  }

  private func members(of row: ObjectRow, _ schema: Applied) -> [(Applied, [SampleStep])] {
    let foreign: SchemaTraits =
      switch direction {
      case .request: .readOnly
      case .response: .writeOnly
      case .none: []
      }
    let properties = tables.properties[row.properties.indices].sorted { $0.order < $1.order }
    var found = properties.filter { $0.traits.isDisjoint(with: foreign) && !tables.isNever($0.schema) }.map {
      (schema.next($0.schema, in: tables), [SampleStep.member($0.name)])
    }
    for pattern in tables.patternProperties[row.patterns.indices] where !tables.isNever(pattern.schema) {
      guard let key = key(matching: pattern.pattern) else { continue }
      found.append((schema.next(pattern.schema, in: tables), [.member(key)]))
    }
    if row.additional >= 0, !tables.isNever(row.additional), let key = keyOfOther(schema) {
      found.append((schema.next(row.additional, in: tables), [.member(key)]))
    }
    return found
  }
}
