import DoubletContracts
import DoubletJSON

extension Explainer {
  mutating func explainMembers(_ step: Instruction, _ value: JSONCursor, _ context: Context) {
    let shape = rows.pointee.shapes[step.a]
    var position = 0
    value.forEachMember { key, member in
      path.append(.key(key.index))
      if explainMember(shape, key, member, context) { context.notes?.pointee.insert(position) }
      path.removeLast()
      position += 1
    }
  }

  /// Explains one member and says whether the shape speaks of it.
  private mutating func explainMember(
    _ shape: ShapeRow,
    _ key: JSONCursor,
    _ member: JSONCursor,
    _ context: Context
  ) -> Bool {
    var isNamed = false
    let place = shape.table < 0 ? -1 : evaluator.place(of: key, in: rows.pointee.nameTables[shape.table])
    if place >= 0, case let row = rows.pointee.members[shape.members + place], row.schema >= 0 {
      isNamed = true
      switch evaluator.directionalVerdict(of: key, row, context) {
      case true?: return true
      case false?: reportWriteOnly(row.schema, member)
      case nil: explain(row.schema, member, context.below(row.schema))
      }
    }
    for index in shape.patterns..<(shape.patterns + shape.patternCount) {
      let row = rows.pointee.patternMembers[index]
      guard evaluator.matches(Int(row.pattern), key) else { continue }
      isNamed = true
      explain(row.schema, member, context.below(row.schema))
    }
    guard !isNamed else { return true }
    guard shape.additional >= 0 else { return false }
    if evaluator.directionalVerdict(evaluator.traits(of: key, context)) == true { return true }
    if isNever(shape.additional) {
      reportAdditional(shape, member)
    } else {
      explain(shape.additional, member, context.below(shape.additional))
    }
    return true
  }

  // Apart, and not inlined, to keep small the stack frame of a function that calls itself for each level of the value.
  @inline(never)
  private mutating func reportWriteOnly(_ schema: Int32, _ member: JSONCursor) {
    let row = source.schemas[Int(schema)]
    report("writeOnly", member, Message.writeOnly, location: "\(row.location)/writeOnly", position: row.position)
  }

  @inline(never)
  private mutating func reportAdditional(_ shape: ShapeRow, _ member: JSONCursor) {
    report(forbidden: shape.additional, "additionalProperties", member, Message.additional(known: knownNames(shape)))
  }

  private func knownNames(_ shape: ShapeRow) -> [String] {
    guard shape.table >= 0 else { return [] }
    let table = rows.pointee.nameTables[shape.table]
    return (0..<table.count).filter { rows.pointee.members[shape.members + $0].schema >= 0 }
      .map { String(decoding: rows.pointee.name(table.names + $0), as: UTF8.self) }
  }

  mutating func explainRequired(_ rule: Rule, _ value: JSONCursor, _ context: Context) {
    let step = rows.pointee.full[rule.index]
    for index in step.a..<(step.a + step.b) {
      let table = rows.pointee.nameTables[index]
      let missing = evaluator.missingNames(of: table, value)
      for place in 0..<table.count where missing & (1 << UInt64(place)) != 0 {
        reportMissing(rule, table.names + place, value, context, Message.required)
      }
    }
  }

  mutating func explainDependents(_ rule: Rule, _ value: JSONCursor, _ context: Context) {
    let step = rows.pointee.full[rule.index]
    guard value.member(named: rows.pointee.name(step.a)) != nil else { return }
    let message = Message.dependentRequired(source.names[Int(step.a)])
    for name in step.b..<(step.b + step.c) where value.member(named: rows.pointee.name(name)) == nil {
      reportMissing(rule, name, value, context, message)
    }
  }

  private mutating func reportMissing(
    _ rule: Rule,
    _ name: Int32,
    _ value: JSONCursor,
    _ context: Context,
    _ message: String
  ) {
    let name = rows.pointee.name(name)
    guard !evaluator.isExempt(name, context) else { return }
    path.append(.missing(String(decoding: name, as: UTF8.self)))
    report(rule, value, message)
    path.removeLast()
  }

  mutating func explainNames(_ step: Instruction, _ value: JSONCursor, _ context: Context) {
    value.forEachMember { key, _ in
      if evaluator.directionalVerdict(evaluator.traits(of: key, context)) == true { return }
      path.append(.key(key.index))
      let outer = subject
      subject = "its name "
      explain(step.a, key, context.below(step.a))
      subject = outer
      path.removeLast()
    }
  }
}
