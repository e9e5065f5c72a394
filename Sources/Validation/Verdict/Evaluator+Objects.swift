import DoubletContracts
import DoubletJSON

extension Evaluator {
  /// The number of members, without those that do not belong to this direction.
  func memberCount(_ value: JSONCursor, _ context: Context) -> Int {
    guard direction == .request, rows.pointee.schemas[context.root].directional >= 0 else { return value.count }
    var count = 0
    value.forEachMember { key, _ in
      if !traits(of: key, context).contains(.readOnly) { count &+= 1 }
    }
    return count
  }

  /// Whether all members of `required` are there.
  func hasRequired(_ step: Instruction, _ value: JSONCursor, _ context: Context) -> Bool {
    for index in step.a..<(step.a &+ step.b) {
      let table = rows.pointee.nameTables[index]
      let missing = missingNames(of: table, value)
      guard missing != 0 else { continue }
      for place in 0..<table.count where missing & (1 &<< UInt64(place)) != 0 {
        guard isExempt(rows.pointee.name(table.names &+ place), context) else { return false }
      }
    }
    return true
  }

  /// A bit for each of at most 64 names that is no key of the object.
  func missingNames(of table: NameTable, _ value: JSONCursor) -> UInt64 {
    var missing: UInt64 = table.count == 64 ? .max : 1 &<< UInt64(table.count) &- 1
    value.forEachMember { key, _ in
      let place = place(of: key, in: table)
      if place >= 0 { missing &= ~(1 &<< UInt64(place)) }
    }
    return missing
  }

  /// Whether an object with the trigger has all that depends on it.
  func hasDependents(_ step: Instruction, _ value: JSONCursor, _ context: Context) -> Bool {
    guard value.member(named: rows.pointee.name(step.a)) != nil else { return true }
    for name in step.b..<(step.b &+ step.c)
    where value.member(named: rows.pointee.name(name)) == nil && !isExempt(rows.pointee.name(name), context) {
      return false
    }
    return true
  }

  /// Whether every key, as a string, meets a schema.
  mutating func namesHold(_ schema: Int32, _ value: JSONCursor, _ context: Context) -> Bool {
    var key = value.firstChild
    for _ in 0..<value.count {
      if directionalVerdict(traits(of: key, context)) != true {
        guard isValid(schema, key, context.below(schema)) else { return false }
      }
      key = key.nextSibling.nextSibling
    }
    return true
  }

  /// Whether every member that nothing else evaluated meets a schema.
  mutating func unevaluatedMembersHold(_ schema: Int32, _ value: JSONCursor, _ context: Context) -> Bool {
    var key = value.firstChild
    for position in 0..<value.count {
      let member = key.nextSibling
      if context.notes?.pointee.contains(position) != true, directionalVerdict(traits(of: key, context)) != true {
        guard isValid(schema, member, context.below(schema)) else { return false }
      }
      key = member.nextSibling
    }
    context.notes?.pointee.insertAll()
    return true
  }
}
