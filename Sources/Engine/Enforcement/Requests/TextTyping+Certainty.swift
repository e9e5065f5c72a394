import DoubletContracts

extension TextTyping {
  /// Why a text keeps every `type` at a place of the value, whatever it is; nil where one may break it.
  func certainty(ofTypeAt place: [String]) -> String? {
    guard !place.isEmpty || shape == .scalar else { return "whatever is sent there is read as \(article) \(shape)" }
    // What lies deeper may be read as JSON.
    guard place.isEmpty || place.count == 1 && shape != .scalar else { return nil }
    let below = place.first.map { shape == .array ? outline.element(Int($0) ?? 0) : outline.member($0) }
    return (below ?? outline).types.contains(.string) ? "whatever is sent there is a string" : nil
  }

  private var article: String { shape == .scalar ? "a" : "an" }
}

extension ServedParameter {
  /// Why no text breaks a `type` at a place of the value; nil where one may.
  func certainty(ofTypeAt place: [String]) -> String? {
    MediaType(row.mediaType)?.isJSON == true ? nil : typing.certainty(ofTypeAt: place)
  }
}

extension ServedContent {
  /// Why no body of this type breaks a `type` at a place of its value; nil where one may. A part of a multipart may have
  /// a media type of its own.
  func certainty(ofTypeAt place: [String]) -> String? {
    guard let fields, type.kind == .form || place.isEmpty else { return nil }
    return TextTyping(fields.outline).certainty(ofTypeAt: place)
  }
}
