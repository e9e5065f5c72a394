import DoubletContracts
public import DoubletJSON

extension Shape {
  /// A member that is about to be written.
  public enum Place {
    /// The one at this place of ``members``.
    case named(Int)
    /// One of this name, which the schema does not name.
    case unnamed(String)
  }

  /// Writes the members that a record keeps of an object as it was sent: those that ``keeping(_:direction:)`` keeps of a
  /// request. With `nullsOmitted`, the nullable members stand first, in the order of the document, null where they were
  /// not sent. No key of the object stands twice.
  ///
  /// - Parameter replacing: Is asked for each member before it is written; true where it has seen to the member itself.
  public func write(
    _ sent: JSONCursor,
    nullsOmitted: Bool,
    to writer: inout JSONTapeWriter,
    replacing: (Place, inout JSONTapeWriter) -> Bool
  ) {
    // Taken out once: each look at it there would count its references.
    let node = nodes[0]
    if nullsOmitted { writeNullable(sent, node, &writer, replacing) }
    var next = 0
    sent.forEachMember { key, value in
      guard let place = node.member(named: key, from: next) else {
        let name = key.string
        let child = node.child(unnamed: name)
        guard child != nil || node.isOpen, !replacing(.unnamed(name), &writer) else { return }
        writer.append(key: key)
        return write(value, child, &writer)
      }
      next = place + 1
      let traits = node.members[place].member.traits
      guard !Validator.Direction.request.drops(traits), !(nullsOmitted && isNullable[place]) else { return }
      guard !replacing(.named(place), &writer) else { return }
      writer.append(key: key)
      write(value, node.members[place].node, &writer)
    }
  }

  private func writeNullable(
    _ sent: JSONCursor,
    _ node: ShapeNode,
    _ writer: inout JSONTapeWriter,
    _ replacing: (Place, inout JSONTapeWriter) -> Bool
  ) {
    withUnsafeTemporaryAllocation(of: Int.self, capacity: isNullable.count) { keys in
      // Where the key of each member stands.
      keys.initialize(repeating: -1)
      var next = 0
      sent.forEachMember { key, _ in
        guard let place = node.member(named: key, from: next) else { return }
        next = place + 1
        keys[place] = key.index
      }
      for place in isNullable.indices where isNullable[place] {
        guard !replacing(.named(place), &writer) else { continue }
        guard keys[place] >= 0 else {
          writer.append(key: members[place].name)
          writer.append(.null)
          continue
        }
        let key = sent.at(keys[place])
        writer.append(key: key)
        write(key.nextSibling, node.members[place].node, &writer)
      }
    }
  }

  private func write(_ value: JSONCursor, _ index: Int?, _ writer: inout JSONTapeWriter) {
    guard let index, !keepsAll[index] else { return writer.append(value) }
    writer.append(kept(value.tree, index, .request))
  }
}
