import DoubletContracts
import DoubletJSON

/// What a resource's `answered` lays over its records, made ready once a contract: its names can be held against the keys
/// of a record as they stand in its text, and what is constant in it is a text already.
final class Overlay: Sendable {
  struct Member: Sendable {
    let name: String
    let signature: NameSignature
    let value: Template
    /// What lies over the members of the record's own value, where the template is an object.
    let below: Overlay?
    /// The value with holes for what depends on the case; nil where it is not there at all.
    let form: OverlayForm?

    init(_ member: Template.Member, _ links: [ServedLink], _ run: Span) {
      name = member.key
      signature = NameSignature(name)
      value = member.value
      below = Overlay(value, links, run)
      form = OverlayForm(value, links, run)
    }
  }

  let members: [Member]
  /// The most entries that it adds to those of a record, but for what stands in its holes.
  let entryCount: Int
  /// The most bytes of text that it adds.
  let textLength: LinkedLength

  /// What a template lays over an object; nil where it is none.
  ///
  /// - Parameters:
  ///   - links: The links of all resources.
  ///   - run: Those that the template can name.
  init?(_ template: Template, _ links: [ServedLink], _ run: Span) {
    switch template {
    case .object(let members): self.members = members.map { Member($0, links, run) }
    case .constant(.object(let object)):
      members = object.map { Member(Template.Member(key: $0.key, value: .constant($0.value)), links, run) }
    default: return nil
    }
    // Of a member that the record has, no more is added than where it is not there.
    entryCount = members.reduce(0) { $0 + 1 + ($1.form?.tape.entries.count ?? 0) }
    textLength = members.reduce(into: LinkedLength()) { length, member in
      length.constant += member.name.utf8.count + 4
      if let form = member.form { length += form.textLength }
    }
  }

  /// The place of the member of a name.
  func place(of name: String) -> Int? { members.firstIndex { $0.name.utf8.elementsEqual(name.utf8) } }

  /// The place of the member that a key names.
  func place(of key: JSONCursor) -> Int? {
    members.indices.first { key.isName(of: members[$0].signature, members[$0].name) }
  }
}

extension JSONTapeWriter {
  /// Appends a value of a record, which has no blanks, with an overlay laid over it, as `Engine.worded` does: an object is
  /// laid over an object only, and where the record has null, null it stays.
  mutating func append(_ value: JSONCursor, below overlay: Overlay, in context: WordingContext) {
    guard value.kind == .object else { return append(asWritten: value) }
    open(.object)
    // The members since the last one that the overlay has, which stay as they are.
    var (run, length) = (value.firstChild, 0)
    // A bit for each member of the overlay that the record has; those beyond the last bit are looked for.
    var met: UInt64 = 0
    value.forEachMember { key, member in
      guard let place = overlay.place(of: key) else {
        if length == 0 { run = key }
        return length += 1
      }
      append(length, membersFrom: run)
      length = 0
      met |= 1 << UInt64(place)
      append(key: key)
      append(member, replacedBy: place, of: overlay, in: context)
    }
    append(length, membersFrom: run)
    for place in overlay.members.indices where met & 1 << UInt64(place) == 0 {
      if place >= UInt64.bitWidth, value.member(named: overlay.members[place].name) != nil { continue }
      guard let form = overlay.members[place].form else { continue }
      append(key: overlay.members[place].name)
      append(form, in: context)
    }
    close()
  }

  private mutating func append(
    _ value: JSONCursor,
    replacedBy place: Int,
    of overlay: Overlay,
    in context: WordingContext
  ) {
    if let below = overlay.members[place].below { return append(value, below: below, in: context) }
    switch overlay.members[place].value {
    case .absent: append(asWritten: value)
    case .expression, .constant:
      // An expression may stand for an object, which is laid over the record's own.
      guard let other = overlay.members[place].value.filled(in: context) else { return append(asWritten: value) }
      guard let made = Overlay(.constant(other), [], .empty) else { return append(other) }
      append(value, below: made, in: context)
    case .text, .array, .perViolation, .object:
      if let form = overlay.members[place].form { append(form, in: context) }
    }
  }
}
