import DoubletContracts
import DoubletJSON
import DoubletValidation

extension TextTyping {
  /// Why a text keeps every `type` at a place of the value, whatever it is; nil where one may break it.
  func certainty(ofTypeAt place: [String]) -> String? {
    guard !place.isEmpty || shape == .scalar else { return "whatever is sent there is read as \(article) \(shape)" }
    // What lies deeper may be read as JSON.
    guard place.isEmpty || place.count == 1 && shape != .scalar else { return nil }
    let below = place.first.map { shape == .array ? outline.element(Int($0) ?? 0) : outline.member($0) }
    return (below ?? outline).types.contains(.string) ? "whatever is sent there is a string" : nil
  }

  /// Why nothing lies at a place of the value: what holds it is a text, whatever is sent; nil where something may.
  func certainty(below place: [String]) -> String? {
    guard place.count > 1, shape != .scalar else { return nil }
    let holder = shape == .array ? outline.element(Int(place[0]) ?? 0) : outline.member(place[0])
    return holder.types.contains(.string) ? "whatever is sent for what holds it is a string" : nil
  }

  private var article: String { shape == .scalar ? "a" : "an" }
}

extension ServedParameter {
  /// Why nothing that can be sent breaks a rule; nil where something may.
  func certainty(of rule: SchemaRule, _ probe: Probe, _ sampler: Sampler) -> String? {
    if MediaType(row.mediaType)?.isJSON != true, let certainty = typing.certainty(below: probe.pointer.tokens) {
      return certainty
    }
    // Of what a text could be the first is read that keeps the rules.
    if row.mediaType.isEmpty, typing.allowsText, typing.types != .all,
      sampler.takesEveryString(row.schema, direction: .request)
    {
      return "whatever is sent there is a string that keeps all rules, if nothing else"
    }
    switch rule.keyword {
    case "type": return certainty(ofTypeAt: probe.pointer.tokens)
    // A rule that a single character keeps is broken by none.
    case "minLength" where row.location == .path && probe.pointer.tokens.isEmpty:
      return probe.kept.string?.unicodeScalars.count == 1 ? "a part of a path is never empty" : nil
    default: return nil
    }
  }

  /// Why no text breaks a `type` at a place of the value; nil where one may.
  func certainty(ofTypeAt place: [String]) -> String? {
    MediaType(row.mediaType)?.isJSON == true ? nil : typing.certainty(ofTypeAt: place)
  }
}

extension ServedContent {
  /// Why no body of this type breaks a `type` at a place of its value; nil where one may. A part of a multipart may say
  /// that it is JSON, unless its encoding asks for something else.
  func certainty(ofTypeAt place: [String]) -> String? {
    guard let fields else { return nil }
    let field = place.first.flatMap { fields.field($0) }
    if type.kind == .multipart, !place.isEmpty, field?.takesJSON != false { return nil }
    // One text for an array is its element.
    if place.count == 1, let types = field?.typing.types, types.isSubset(of: .array) {
      return "whatever is sent there is read as an array"
    }
    return TextTyping(fields.outline).certainty(ofTypeAt: place)
  }
}
