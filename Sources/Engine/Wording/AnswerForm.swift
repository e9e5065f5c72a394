import DoubletContracts
import DoubletJSON
import DoubletValidation

/// How the records of a resource are kept in the words of their answers. It is there for a resource whose `answered`
/// hides nothing of a record that a request wrote, so that the record can be told from what lies over it, and depends on
/// nothing but the record's key and the base of links, so that the words stay the same. Values that find a record are
/// asked for at each write: a record that has such is kept alone.
final class AnswerForm: Sendable {
  let overlay: Overlay
  /// Whether each member of the overlay is no member of the record. The others lie over computed members: theirs are
  /// added to the members of the value.
  private let isAdded: [Bool]
  /// What lies over each computed member of the resource; nil: nothing.
  private let below: [Overlay?]
  /// What is added to a record. Its values last, as those do that only a record's creation computes: they have numbers
  /// behind those of the computed members.
  let added: [(number: Int, name: String, form: OverlayForm)]

  init?(
    _ overlay: Overlay?,
    _ links: [ServedLink],
    _ resource: ResourceRow,
    _ contract: Contract,
    _ memory: SchemaMemory
  ) {
    guard let overlay, resource.inferred == nil, resource.unique.isEmpty, overlay.depends(onKeyAloneBy: links) else {
      return nil
    }
    let rows = contract.computed[resource.computed.indices]
    let isAdded = overlay.members.map { member in !rows.contains { $0.member == member.name } }
    let sent = memory.shape(of: resource.schema).members.filter { !$0.traits.contains(.readOnly) }
    for (member, isAdded) in zip(overlay.members, isAdded) {
      let isTellable =
        isAdded
        ? member.form != nil && !sent.contains { $0.name == member.name }
        : member.below != nil && rows.allSatisfy { $0.member != member.name || $0.isOnCreateOnly }
      guard isTellable else { return nil }
    }
    self.overlay = overlay
    self.isAdded = isAdded
    below = rows.map { row in overlay.members.first { $0.name == row.member }?.below }
    added = overlay.members.indices.compactMap { place in
      guard isAdded[place], let form = overlay.members[place].form else { return nil }
      return (rows.count + place, overlay.members[place].name, form)
    }
  }

  /// How many lasting values a record has at most.
  var mostLastingValues: Int { below.count + added.count }

  /// What lies over the computed member at that place of the resource's.
  func overlay(belowComputed place: Int) -> Overlay? { below[place] }

  /// Whether what lies over a record can be told from it, where it is made of another record.
  func canBeTold(over old: JSONTape?, _ rows: ArraySlice<ComputedRow>) -> Bool {
    zip(rows, below).allSatisfy { row, below in
      guard let below else { return true }
      return old?.withUnsafeCursor { old in
        guard old.kind == .object, let value = old.member(named: row.member) else { return false }
        return value.kind != .object || below.members.allSatisfy { value.member(named: $0.name) == nil }
      } ?? false
    }
  }

  /// Writes the record that an answer in this form shows.
  func writeRecord(in answer: JSONCursor, to writer: inout JSONTapeWriter) {
    writer.append(answer) { key, value, writer in
      guard let place = overlay.place(of: key) else { return false }
      if isAdded[place] { return true }
      guard let below = overlay.members[place].below, value.kind == .object else { return false }
      writer.append(key: key)
      writer.append(value) { key, _, _ in below.place(of: key) != nil }
      return true
    }
  }
}

extension Overlay {
  /// Whether nothing but links fills the holes in it, each of them known but for the record's key and the base.
  fileprivate func depends(onKeyAloneBy links: [ServedLink]) -> Bool {
    members.allSatisfy { member in
      member.form?.holes.allSatisfy { hole in
        guard case .link(let link) = hole.filling else { return false }
        return links[link].aroundKey != nil
      } ?? true
    }
  }
}

extension JSONTapeWriter {
  /// Appends an object as it is written, but for the members that `replacing` sees to.
  fileprivate mutating func append(
    _ object: JSONCursor,
    replacing: (_ key: JSONCursor, _ value: JSONCursor, inout JSONTapeWriter) -> Bool
  ) {
    open(.object)
    object.forEachMember { key, value in
      guard !replacing(key, value, &self) else { return }
      append(1, membersFrom: key)
    }
    close()
  }
}
