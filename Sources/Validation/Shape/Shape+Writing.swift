import DoubletContracts
public import DoubletJSON

extension Shape {
  /// Writes the members that a record keeps of an object as it was sent: those that ``keeping(_:direction:)`` keeps of a
  /// request. With `nullsOmitted`, the nullable members stand first, in the order of the document, null where they were
  /// not sent. No key of the object stands twice.
  ///
  /// - Parameter replacing: Is asked for each member before it is written; true where it has seen to the member itself.
  public func write(
    _ sent: JSONCursor,
    nullsOmitted: Bool,
    to writer: inout JSONTapeWriter,
    replacing: (String, inout JSONTapeWriter) -> Bool
  ) {
    let node = nodes[0]
    if nullsOmitted { writeNullable(sent, node, &writer, replacing) }
    var next = 0
    sent.forEachMember { key, value in
      guard let place = node.member(named: key, from: next) else {
        let name = key.string
        let child = node.child(unnamed: name)
        guard child != nil || node.isOpen, !replacing(name, &writer) else { return }
        writer.append(key: name)
        return write(value, child, &writer)
      }
      next = place + 1
      let member = node.members[place].member
      guard !Validator.Direction.request.drops(member.traits), !(nullsOmitted && isNullable[place]) else { return }
      guard !replacing(member.name, &writer) else { return }
      writer.append(key: member.name)
      write(value, node.members[place].node, &writer)
    }
  }

  private func writeNullable(
    _ sent: JSONCursor,
    _ node: ShapeNode,
    _ writer: inout JSONTapeWriter,
    _ replacing: (String, inout JSONTapeWriter) -> Bool
  ) {
    // Where the value of each member stands.
    var places = [Int](repeating: -1, count: node.members.count)
    var next = 0
    sent.forEachMember { key, value in
      guard let place = node.member(named: key, from: next) else { return }
      next = place + 1
      places[place] = value.index
    }
    for place in node.members.indices where isNullable[place] {
      let name = node.members[place].member.name
      guard !replacing(name, &writer) else { continue }
      writer.append(key: name)
      if places[place] < 0 {
        writer.append(.null)
      } else {
        write(sent.at(places[place]), node.members[place].node, &writer)
      }
    }
  }

  private func write(_ value: JSONCursor, _ index: Int?, _ writer: inout JSONTapeWriter) {
    guard let index, !nodes[index].keepsAll else { return writer.append(value) }
    writer.append(kept(value.tree, index, .request))
  }
}
