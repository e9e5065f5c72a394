import DoubletContracts

/// A media type of an operation's body, made ready to be read.
final class ServedContent: Sendable {
  let type: MediaType
  let row: MediaTypeRow
  /// What text becomes; JSON needs none.
  let typing: TextTyping?
  /// The fields of a form.
  let fields: FormFields?

  /// Nil where the row's name is no media type.
  init?(_ row: MediaTypeRow, _ contract: Contract) {
    guard let type = MediaType(row.name) else { return nil }
    self.row = row
    self.type = type
    let isRange = type.type == "*" || type.subtype == "*"
    guard isRange || type.kind != .json else {
      typing = nil
      fields = nil
      return
    }
    let outline = Outline(contract.schemas, row.schema)
    typing = TextTyping(outline)
    let hasFields = isRange || type.kind == .form || type.kind == .multipart
    fields = hasFields ? FormFields(outline, contract.encodings[row.encodings.indices], contract) : nil
  }
}

extension MediaType {
  /// How bodies of this type are read.
  var kind: ContentKind {
    // What nearly every body is takes no look at the other kinds.
    subtype == "json" ? .json : ContentKind(type: type, subtype: subtype)
  }
}
