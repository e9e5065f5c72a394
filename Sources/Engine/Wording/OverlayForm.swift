import DoubletContracts
import DoubletJSON

/// A value of an overlay as text: what is constant stands in it, and `null` in the holes, for what depends on the case.
final class OverlayForm: Sendable {
  /// What fills a hole.
  enum Filling: Sendable {
    /// The link of that index in the contract.
    case link(Int)
    case template(Template)
  }

  let tape: JSONTape
  /// The holes in the order of the text, each with the index of its entry.
  let holes: [(entry: Int, filling: Filling)]
  let textLength: LinkedLength

  /// The form of a template; nil where it makes nothing.
  ///
  /// - Parameters:
  ///   - links: The links of all resources.
  ///   - run: Those that the template can name.
  init?(_ template: Template, _ links: [ServedLink], _ run: Span) {
    if case .absent = template { return nil }
    var holes: [(entry: Int, filling: Filling)] = []
    tape = JSONTape { writer in
      writer.append(template) { entry, template in
        guard case .expression(.link(let name)) = template,
          let link = run.indices.first(where: { links[$0].name == name })
        else { return holes.append((entry, .template(template))) }
        holes.append((entry, .link(link)))
      }
    }
    self.holes = holes
    textLength = holes.reduce(into: LinkedLength(constant: tape.bytes.count)) { length, hole in
      if case .link(let link) = hole.filling { length += links[link].length }
    }
  }
}

extension JSONTapeWriter {
  /// Appends what is constant of a template, which is not absent, and tells of each hole in it.
  fileprivate mutating func append(_ template: Template, hole: (_ entry: Int, Template) -> Void) {
    switch template {
    case .constant(let value): append(value)
    case .array(let parts):
      open(.array)
      for part in parts {
        if case .absent = part { continue }
        append(part, hole: hole)
      }
      close()
    case .object(let members):
      open(.object)
      for member in members {
        if case .absent = member.value { continue }
        append(key: member.key)
        append(member.value, hole: hole)
      }
      close()
    case .absent, .expression, .text, .perViolation:
      hole(entryCount, template)
      append(.null)
    }
  }

  /// Appends a form with its holes filled.
  mutating func append(_ form: OverlayForm, in context: WordingContext) {
    var next = 0
    form.tape.withUnsafeCursor { append($0, of: form, hole: &next, in: context) }
  }

  /// Appends a value of a form, of whose holes the one at `next` is the first that is not filled yet.
  private mutating func append(
    _ value: JSONCursor,
    of form: OverlayForm,
    hole next: inout Int,
    in context: WordingContext
  ) {
    guard next < form.holes.count, form.holes[next].entry < Int(value.entry.next) else {
      return append(asWritten: value)
    }
    if form.holes[next].entry == value.index {
      fill(form.holes[next].filling, in: context)
      return next += 1
    }
    open(value.kind)
    if value.kind == .object {
      value.forEachMember { key, member in
        append(key: key)
        append(member, of: form, hole: &next, in: context)
      }
    } else {
      value.forEachElement { append($0, of: form, hole: &next, in: context) }
    }
    close()
  }

  private mutating func fill(_ filling: OverlayForm.Filling, in context: WordingContext) {
    switch filling {
    case .link(let link): context.append(link, to: &self)
    case .template(let template): append(template.filled(in: context) ?? .null)
    }
  }
}
