import DoubletContracts

/// A parameter with what its texts become.
final class ServedParameter: Sendable {
  /// Whether its value is the text that a path or a header field has, as it stands there.
  let isPlainText: Bool
  let row: ParameterRow
  let typing: TextTyping

  init(_ row: ParameterRow, _ typing: TextTyping) {
    self.row = row
    self.typing = typing
    isPlainText =
      typing.types == .string && row.mediaType.isEmpty && row.style == .simple
      && (row.location == .path || row.location == .header)
  }

  convenience init(_ row: ParameterRow, _ outline: Outline) { self.init(row, TextTyping(outline)) }

  convenience init(_ row: ParameterRow, _ schemas: SchemaTables) { self.init(row, Outline(schemas, row.schema)) }

  /// Whether its members are parameters of their own, without its name: `R=100&G=200`.
  var spreadsMembers: Bool {
    guard typing.shape == .object, row.isExploded, row.mediaType.isEmpty else { return false }
    return row.location == .query && row.style == .form
      || row.location == .cookie && (row.style == .form || row.style == .cookie)
  }
}
