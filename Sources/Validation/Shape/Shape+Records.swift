import DoubletContracts
public import DoubletJSON

extension Shape {
  /// What a record keeps of an object as it was sent: what ``keeping(_:direction:)`` keeps of a request. With
  /// `nullsOmitted`, the nullable members stand first, in the order of the document, null where they were not sent.
  ///
  /// It is made in one walk over the request's own bytes. Anything but an object is kept as it is.
  public func record(of sent: JSONCursor, nullsOmitted: Bool) -> JSON {
    guard sent.kind == .object, !sent.entry.hasDuplicateKeys else { return kept(sent.tree, 0, .request) }
    let node = nodes[0]
    var nullable = [JSON](repeating: .null, count: nullsOmitted ? nullableMembers.count : 0)
    var others = JSONObject()
    var next = 0
    sent.forEachMember { key, value in
      guard let place = node.member(named: key, from: next) else {
        let name = key.string
        if let child = node.child(unnamed: name) {
          others.append(name, kept(value.tree, child, .request))
        } else if node.isOpen {
          others.append(name, value.tree)
        }
        return
      }
      next = place + 1
      let member = node.members[place].member
      guard !Validator.Direction.request.drops(member.traits) else { return }
      let value = kept(value.tree, node.members[place].node, .request)
      if nullsOmitted, nullablePlaces[place] >= 0 {
        nullable[nullablePlaces[place]] = value
      } else {
        others.append(member.name, value)
      }
    }
    guard nullsOmitted else { return .object(others) }
    var record = JSONObject(uniqueKeys: nullableMembers, values: nullable)
    for position in 0..<others.count { record.append(others.keys[position], others.values[position]) }
    return .object(record)
  }
}
