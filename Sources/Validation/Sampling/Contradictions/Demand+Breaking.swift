import DoubletContracts
import DoubletJSON

extension Demand {
  /// What is asked of a value that breaks a rule, where that is one of its own.
  func breaking(_ lifted: Contradictions.Lifted, _ tables: SchemaTables) -> Demand {
    guard lifted.place.isEmpty else { return self }
    var demand = omitting(lifted.rule, tables)
    if let missing = lifted.missing {
      demand.narrow(to: .object)
      demand.object.forbidden.insert(missing)
      let step = tables.instructions[lifted.rule]
      guard step.opcode == .required else { return demand }
      let names = tables.names[Int(step.a)..<Int(step.a + step.b)]
      for name in names where name != missing { demand.object.require(name) }
    } else if let schema = demand.schemas.first(where: { holds(lifted.rule, $0, tables) }) {
      demand.contradict(tables.instructions[lifted.rule], schema, tables)
    }
    return demand
  }

  private func holds(_ rule: Int, _ schema: Applied, _ tables: SchemaTables) -> Bool {
    tables.schemas[schema.schema].program.indices.contains(rule)
  }

  /// The types that are left.
  var possibleTypes: JSONTypes { choices.map { JSONTypes(ofAll: $0).intersection(types) } ?? types }

  /// How long a string may be, in code points.
  var lengths: ClosedRange<Int> {
    guard let listed = choices?.compactMap({ $0.string?.unicodeScalars.count }) else {
      return string.least...max(string.least, string.most)
    }
    return (listed.min() ?? .max)...(listed.max() ?? .max)
  }
}

extension JSONTypes {
  /// All values of these types, where they are few.
  var values: [JSON]? {
    guard isSubset(of: [.null, .boolean]) else { return nil }
    return (contains(.null) ? [.null] : []) + (contains(.boolean) ? [true, false] : [])
  }
}
