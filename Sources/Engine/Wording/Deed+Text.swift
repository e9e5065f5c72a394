import DoubletContracts
import DoubletJSON

extension Deed {
  /// The text of an answer that is one record and nothing else, as a resource that is declared words it; nil for every
  /// other answer. It is written in one go: no overlay is made, no tree merged, and the tape is there to be judged.
  var answerText: JSONTape? {
    guard action.inferred == nil, action.kind != .list, action.select == nil, case .absent = action.answer,
      context.resource >= 0, let record = context.kept?.tape
    else { return nil }
    if case .absent = resource.answered { return record }
    guard resource.answered.members != nil else { return nil }
    return JSONTape { writer in record.withUnsafeCursor { writer.append($0, below: resource.answered, in: context) } }
  }
}

extension Template {
  /// The members of an object; nil for everything else.
  fileprivate var members: [Member]? {
    switch self {
    case .object(let members): members
    case .constant(.object(let object)): object.map { Member(key: $0.key, value: .constant($0.value)) }
    default: nil
    }
  }
}

extension JSONTapeWriter {
  /// Appends a value of a record, which has no blanks, with what a template makes laid over it, as `Engine.worded` does:
  /// an object is laid over an object only, and where the record has null, null it stays.
  mutating func append(_ value: JSONCursor, below overlay: Template, in context: WordingContext) {
    guard value.kind == .object, let members = overlay.members else { return append(asWritten: value) }
    open(.object)
    // The members since the last one that the template has, which stay as they are.
    var (run, length) = (value.firstChild, 0)
    value.forEachMember { key, member in
      guard let other = members.indices.first(where: { key.isString(members[$0].key) }) else {
        if length == 0 { run = key }
        return length += 1
      }
      append(length, membersFrom: run)
      length = 0
      append(key: key)
      append(member, replacedBy: members[other].value, in: context)
    }
    append(length, membersFrom: run)
    for member in members where value.member(named: member.key) == nil { append(member, in: context) }
    close()
  }

  private mutating func append(_ value: JSONCursor, replacedBy template: Template, in context: WordingContext) {
    if template.members != nil { return append(value, below: template, in: context) }
    guard let other = template.filled(in: context) else { return append(asWritten: value) }
    guard case .object = other else { return append(other) }
    append(value, below: .constant(other), in: context)
  }

  private mutating func append(_ member: Template.Member, in context: WordingContext) {
    if case .absent = member.value { return }
    append(key: member.key)
    append(member.value, in: context)
  }

  /// Appends what a template makes, which is not absent.
  private mutating func append(_ template: Template, in context: WordingContext) {
    switch template {
    case .absent, .constant, .expression, .text, .perViolation: append(template.filled(in: context) ?? .null)
    case .array(let parts):
      open(.array)
      for part in parts {
        if case .absent = part { continue }
        append(part, in: context)
      }
      close()
    case .object(let members):
      open(.object)
      for member in members { append(member, in: context) }
      close()
    }
  }
}
