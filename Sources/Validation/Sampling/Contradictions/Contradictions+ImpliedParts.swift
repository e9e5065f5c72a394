import DoubletContracts
import DoubletJSON

/// What is asked of elements and members, one by one.
extension Contradictions {
  func impliesArray(
    _ demand: Demand,
    _ step: Instruction,
    of schema: Applied,
    _ lifted: Lifted?,
    _ depth: Int
  ) -> Bool {
    guard !demand.possibleTypes.isDisjoint(with: .array) else { return true }
    switch step.opcode {
    case .minItems: return demand.array.least >= Int(step.a)
    case .maxItems: return demand.array.most <= Int(step.a)
    case .uniqueItems: return demand.array.isUnique
    default:
      guard step.b == 0, demand.array.runs.allSatisfy(\.first.isEmpty) else { return false }
      guard step.c >= 0 else { return true }
      let lifted = lifted.flatMap { lifted in lifted.place.first.flatMap(lifted.below) }
      return implies(demand.array.schemas(at: 0), schema.next(step.c, in: tables), lifted, depth)
    }
  }

  func impliesObject(
    _ demand: Demand,
    _ step: Instruction,
    of schema: Applied,
    _ lifted: Lifted?,
    _ depth: Int
  ) -> Bool {
    guard !demand.possibleTypes.isDisjoint(with: .object) else { return true }
    let a = Int(step.a)
    switch step.opcode {
    case .required:
      // What is required of the other direction only need not be there.
      return tables.names[a..<(a + Int(step.b))].allSatisfy {
        demand.object.required.contains($0) && !demand.object.isForeign($0, direction)
      }
    case .minProperties: return demand.object.least >= a
    case .propertyNames: return holdsNothing(demand.object)
    default:
      if holdsNothing(demand.object) { return true }
      let row = tables.objects[a]
      guard row.patterns.isEmpty, takesOthers(row, than: demand.object) else { return false }
      let left = names(of: demand.object)
      return tables.properties[row.properties.indices].allSatisfy { property in
        if demand.object.forbidden.contains(property.name) || left?.contains(property.name) == false { return true }
        // A member of the other direction is not held against what the demand says of it, unless neither looks at it or
        // both do.
        let isOwn = !demand.object.isForeign(property.name, direction)
        guard isOwn || direction == .request && property.traits.contains(.readOnly) else { return false }
        // One that must not be in an answer is refused there, whatever it is.
        guard direction != .response || !property.traits.contains(.writeOnly) else { return false }
        let own = demand.object.schemas[property.name] ?? []
        return implies(own, schema.next(property.schema, in: tables), lifted?.below(property.name), depth)
      }
    }
  }

  /// Whether no member may be there.
  private func holdsNothing(_ object: ObjectDemand) -> Bool { names(of: object)?.isEmpty == true }

  /// The members that may be there, where no others may.
  private func names(of object: ObjectDemand) -> Set<String>? {
    let closed = object.shapes.first { shape in
      shape.patterns.isEmpty && shape.additional.map { tables.isNever($0.schema) } == true
    }
    return closed?.names.subtracting(object.forbidden)
  }

  /// Whether what a row does not name may be whatever it is, or cannot be there.
  private func takesOthers(_ row: ObjectRow, than object: ObjectDemand) -> Bool {
    guard row.additional >= 0, !tables.schemas[row.additional].program.isEmpty else { return true }
    let named = Set(tables.properties[row.properties.indices].map(\.name))
    return names(of: object)?.isSubset(of: named) == true
  }
}
