import DoubletContracts

/// A schema that applies to a value, and the resources on the way to it, which dynamic references look at.
struct Applied: Hashable {
  let schema: Int
  /// The resources that were entered, the outermost first; empty where no reference is dynamic.
  let resources: [Int]

  /// A schema that a value is judged by.
  init(_ schema: Int, in tables: SchemaTables, below resources: [Int] = []) {
    self.schema = schema
    guard !tables.scopes.anchors.isEmpty, tables.scopes.resources.indices.contains(schema) else {
      self.resources = []
      return
    }
    let resource = tables.scopes.resources[schema]
    self.resources = resources.contains(resource) ? resources : resources + [resource]
  }

  /// A schema that this one leads to.
  func next(_ schema: some BinaryInteger, in tables: SchemaTables) -> Applied {
    Applied(Int(schema), in: tables, below: resources)
  }

  /// The schema that a dynamic reference of this one means: the anchor of the outermost resource that has one.
  func target(of step: Instruction, in tables: SchemaTables) -> Applied {
    for resource in resources {
      let anchor = tables.scopes.anchors.first { $0.resource == resource && $0.name == Int(step.b) }
      if let anchor { return next(anchor.schema, in: tables) }
    }
    return next(step.a, in: tables)
  }
}
