import DoubletContracts
import DoubletValidation

extension MeetableSchemas {
  /// What a schema is made of.
  enum Change: Hashable {
    /// A schema without what it takes from others.
    case own(of: Int)
    /// A schema with another one for a member; -1: with none.
    case member(String, of: Int, to: Int)
  }

  /// The schemas that apply to the same value without a choice, the first to be overruled first.
  func parts(of schema: Int, within depth: Int = 16) -> [Int] {
    let program = tables.program(of: schema)
    let inner = program.flatMap { step -> [Int] in
      switch step.opcode {
      case .allOf: Array(tables.branches(step))
      case .reference: [Int(step.a)]
      default: []
      }
    }
    // What is evaluated, and what is not, is seen from the schema as a whole.
    let isWhole = program.contains { $0.opcode == .unevaluatedItems || $0.opcode == .unevaluatedProperties }
    guard !inner.isEmpty, !isWhole, depth > 0, tables.scopes.anchors.isEmpty else { return [schema] }
    let parts = inner.flatMap { self.parts(of: $0, within: depth - 1) }
    let isBare = program.allSatisfy { $0.opcode == .allOf || $0.opcode == .reference }
    return parts + (isBare ? [] : [own(of: schema)])
  }

  /// What a schema says itself of a member that it names.
  func schema(of member: String, in schema: Int) -> Int? {
    for step in tables.program(of: schema) where step.opcode == .members {
      let properties = tables.properties[tables.objects[Int(step.a)].properties.indices]
      if let property = properties.first(where: { $0.name == member }) { return property.schema }
    }
    return nil
  }

  /// Whether a schema itself asks for a member.
  func requires(_ member: String, _ schema: Int) -> Bool {
    tables.instructions[tables.schemas[schema].program.indices].contains { step in
      step.opcode == .required && tables.names[Int(step.a)..<Int(step.a + step.b)].contains(member)
    }
  }

  /// A schema that asks for all of these.
  func all(of parts: [Int], like schema: Int) -> Int {
    let allOf = Instruction(.allOf, tables.children.count, parts.count)
    contradictions.tables.children += parts
    return append(like: schema, [allOf], [tables.schemas[schema].position])
  }

  private func own(of schema: Int) -> Int {
    make(.own(of: schema)) {
      let indices = tables.schemas[schema].program.indices.filter {
        tables.instructions[$0].opcode != .allOf && tables.instructions[$0].opcode != .reference
      }
      return append(like: schema, indices.map { tables.instructions[$0] }, indices.map { tables.positions[$0] })
    }
  }

  /// A schema with another one for a member that it names; -1: with nothing said of it.
  func changing(_ member: String, of schema: Int, to other: Int) -> Int {
    make(.member(member, of: schema, to: other)) {
      let program = tables.schemas[schema].program
      var steps = Array(tables.instructions[program.indices])
      for index in steps.indices where steps[index].opcode == .members {
        var object = tables.objects[Int(steps[index].a)]
        var properties = Array(tables.properties[object.properties.indices])
        for place in properties.indices where properties[place].name == member {
          properties[place].schema = other >= 0 ? other : append(like: properties[place].schema, [], [])
        }
        object.properties = Span(start: tables.properties.count, count: properties.count)
        steps[index].a = Int32(tables.objects.count)
        contradictions.tables.properties += properties
        contradictions.tables.objects.append(object)
      }
      return append(like: schema, steps, Array(tables.positions[program.indices]))
    }
  }

  private func make(_ change: Change, _ body: () -> Int) -> Int {
    if let schema = made[change] { return schema }
    let schema = body()
    made[change] = schema
    return schema
  }

  /// Appends a schema that stands where another one does.
  func append(like schema: Int, _ program: [Instruction], _ positions: [SourcePosition]) -> Int {
    var row = tables.schemas[schema]
    row.program = Span(start: tables.instructions.count, count: program.count)
    contradictions.tables.instructions += program
    contradictions.tables.positions += positions
    contradictions.tables.schemas.append(row)
    if tables.scopes.resources.indices.contains(schema) {
      contradictions.tables.scopes.resources.append(tables.scopes.resources[schema])
    }
    return tables.schemas.count - 1
  }
}
