import DoubletContracts
import DoubletJSON

extension Evaluator {
  /// One walk over the members: named, by pattern, all others; then the required ones that were not seen.
  mutating func membersHold(_ shape: ShapeRow, _ value: JSONCursor, _ context: Context) -> Bool {
    var seen: UInt64 = 0
    let known = value.index == 0 ? known : MemberSet()
    var key = value.firstChild
    for position in 0..<value.count {
      let member = key.nextSibling
      let place = shape.table < 0 ? -1 : place(of: key, in: rows.pointee.nameTables[shape.table])
      var isNamed = false
      if place >= 0 {
        let row = rows.pointee.members[shape.members &+ place]
        if row.bit >= 0 { seen |= 1 &<< UInt64(row.bit) }
        if row.schema >= 0 {
          isNamed = true
          context.notes?.pointee.insert(position)
          if known.contains(position) {
            key = member.nextSibling
            continue
          }
          if row.traits != 0, let verdict = directionalVerdict(of: key, row, context) {
            guard verdict else { return false }
            key = member.nextSibling
            continue
          }
          guard isValid(row.schema, member, context.below(row.schema)) else { return false }
        }
      }
      if !isNamed || shape.patternCount > 0 {
        guard memberHolds(shape, key, member, position, isNamed: isNamed, context) else { return false }
      }
      key = member.nextSibling
    }
    let missing = shape.required & ~seen
    return missing == 0 || areExempt(missing, shape, context)
  }

  /// The verdict on a member that belongs to one direction only: nothing where it must be looked at like any other.
  func directionalVerdict(_ traits: SchemaTraits) -> Bool? {
    switch direction {
    case .request: traits.contains(.readOnly) && !judgesExcused ? true : nil
    case .response: traits.contains(.writeOnly) ? false : nil
    case .none: nil
    }
  }

  /// The verdict on a named member: one over which branches disagree is looked at like any other.
  func directionalVerdict(of key: JSONCursor, _ row: MemberRow, _ context: Context) -> Bool? {
    let verdict = directionalVerdict(SchemaTraits(rawValue: Int(row.traits)))
    guard verdict == true, case let root = rows.pointee.schemas[context.root], root.certain != root.directional else {
      return verdict
    }
    return key.withCharacters { traits(of: $0, in: root.directional) }.contains(.contested) ? nil : verdict
  }

  /// Whether a member meets the schemas of the patterns that its key matches, or else the one for all others.
  private mutating func memberHolds(
    _ shape: ShapeRow,
    _ key: JSONCursor,
    _ member: JSONCursor,
    _ position: Int,
    isNamed: Bool,
    _ context: Context
  ) -> Bool {
    var isNamed = isNamed
    for index in shape.patterns..<(shape.patterns &+ shape.patternCount) {
      let row = rows.pointee.patternMembers[index]
      guard matches(Int(row.pattern), key) else { continue }
      isNamed = true
      guard isValid(row.schema, member, context.below(row.schema)) else { return false }
    }
    if !isNamed {
      guard shape.additional >= 0 else { return true }
      // A member of the other direction may be named by a schema beside this one; it is none to complain about here.
      if directionalVerdict(traits(of: key, context)) == true { return true }
      guard isValid(shape.additional, member, context.below(shape.additional)) else { return false }
    }
    context.notes?.pointee.insert(position)
    return true
  }

  /// Whether none of the required members that are missing belongs to this direction.
  private func areExempt(_ missing: UInt64, _ shape: ShapeRow, _ context: Context) -> Bool {
    guard direction != .none, rows.pointee.schemas[context.root].directional >= 0 else { return false }
    let table = rows.pointee.nameTables[shape.table]
    for place in 0..<table.count {
      let bit = rows.pointee.members[shape.members &+ place].bit
      guard bit >= 0, missing & (1 &<< UInt64(bit)) != 0 else { continue }
      guard isExempt(rows.pointee.name(table.names &+ place), context) else { return false }
    }
    return true
  }

  /// Whether a required member need not be sent in this direction.
  func isExempt(_ name: UnsafeBufferPointer<UInt8>, _ context: Context) -> Bool {
    let traits = traits(of: name, context)
    switch direction {
    case .request: return traits.contains(.readOnly)
    case .response: return traits.contains(.writeOnly)
    case .none: return false
    }
  }

  private func traits(of name: UnsafeBufferPointer<UInt8>, _ context: Context) -> SchemaTraits {
    let root = rows.pointee.schemas[context.root]
    guard let branch = context.branch, root.certain != root.directional else {
      return traits(of: name, in: root.directional)
    }
    var found = traits(of: name, in: root.certain)
    found.formUnion(traits(of: name, in: rows.pointee.schemas[branch.pointee.schema].directional))
    var outer = branch.pointee.outer
    while let around = outer {
      found.formUnion(traits(of: name, in: rows.pointee.schemas[around.pointee.schema].certain))
      outer = around.pointee.outer
    }
    return found
  }

  private func traits(of name: UnsafeBufferPointer<UInt8>, in directional: Int32) -> SchemaTraits {
    guard directional >= 0 else { return [] }
    let table = rows.pointee.nameTables[directional]
    let place = rows.pointee.place(of: name, in: table)
    return place < 0 ? [] : SchemaTraits(rawValue: Int(rows.pointee.meanings[table.names &+ place]))
  }

  /// The traits of the member with this key, from whichever schema of the object names it.
  func traits(of key: JSONCursor, _ context: Context) -> SchemaTraits {
    guard rows.pointee.schemas[context.root].directional >= 0 else { return [] }
    return key.withCharacters { traits(of: $0, context) }
  }
}
