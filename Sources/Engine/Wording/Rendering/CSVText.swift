import DoubletJSON

/// A value as comma-separated values (RFC 4180): a header of the members' names, and a row for each object.
enum CSVText {
  /// The table of an array of objects, or of one.
  static func table(of value: JSON) -> String {
    let records = value.array ?? [value]
    let names = records.compactMap(\.object).first?.keys ?? []
    let rows = records.map { record in
      record.object.map { members in names.map { field(members[$0]) } } ?? (record.array ?? [record]).map { field($0) }
    }
    return ((names.isEmpty ? [] : [names.map { field(.string($0)) }]) + rows)
      .map { "\($0.joined(separator: ","))\r\n" }.joined()
  }

  private static func field(_ value: JSON?) -> String {
    let text =
      switch value {
      case nil, .null: ""
      case .string(let text): text
      case .some(let other): other.text()
      }
    guard text.unicodeScalars.contains(where: { "\",\r\n".unicodeScalars.contains($0) }) else { return text }
    return "\"\(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))\""
  }
}
