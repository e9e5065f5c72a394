import DoubletContracts

/// Writes what the parts of a multipart say beside their values: the inverse of ``PartRules``.
struct PartWriter {
  let shown: ShownHeaders
  /// The texts of header fields by the contract's index; nil: the field is left out. Of the others those that must be there
  /// have a sample.
  var texts: [Int: String?] = [:]
  /// The media types that the parts of fields say they have, by the field's name; those of the others say none.
  var types: [String: String] = [:]

  /// The header lines of a field's parts; nil where one must be there that has no sample.
  func lines(of field: FormField) -> String? {
    var lines = types[field.name].map { "Content-Type: \($0)\r\n" } ?? ""
    for (index, header) in zip(field.headerRows, field.headers) {
      // Every part has one, with its name.
      if Headers.matches(header.row.name, "Content-Disposition") { continue }
      let given = texts[index]
      guard given != nil || header.row.isRequired else { continue }
      let text = given ?? shown.sample(of: index)
      if given == nil, text == nil { return nil }
      if let text { lines += "\(header.row.name): \(text)\r\n" }
    }
    return lines
  }

  /// Whether the parts of a field are JSON texts.
  func isJSON(_ field: FormField) -> Bool {
    let type = types[field.name].flatMap { MediaType($0) } ?? (field.types.count == 1 ? field.types[0] : nil)
    return type?.isJSON == true
  }
}
