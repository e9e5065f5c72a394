/// The `Content-Disposition` of a part (RFC 7578, section 4.2). `filename*` is left alone there, as the RFC has it.
struct ContentDisposition {
  /// In lower case: `form-data`.
  var type: String
  /// The name of the field.
  var name: String?
  /// The name of the file; its part is a file.
  var fileName: String?

  /// Reads the field; nil where it is malformed.
  init?(_ field: String) {
    var rest = field[...]
    type = ContentDisposition.word(&rest).lowercased()
    guard !type.isEmpty else { return nil }
    while !rest.isEmpty {
      guard rest.first == ";" else { return nil }
      rest = rest.dropFirst().drop { $0 == " " || $0 == "\t" }
      if rest.isEmpty { return }
      let key = ContentDisposition.word(&rest).lowercased()
      guard !key.isEmpty, rest.first == "=" else { return nil }
      rest = rest.dropFirst()
      guard let value = ContentDisposition.value(&rest) else { return nil }
      switch key {
      case "name":
        guard name == nil else { return nil }
        name = value
      case "filename": fileName = value
      default: break
      }
    }
  }

  /// Takes what stands before `;`, `=` or a blank, and the blanks behind it.
  private static func word(_ rest: inout Substring) -> String {
    rest = rest.drop { $0 == " " || $0 == "\t" }
    let word = rest.prefix { !";= \t\"".contains($0) }
    rest = rest[word.endIndex...].drop { $0 == " " || $0 == "\t" }
    return String(word)
  }

  /// Takes a value, quoted or not. Browsers escape a quote and line ends as in URLs.
  private static func value(_ rest: inout Substring) -> String? {
    guard rest.first == "\"" else { return word(&rest) }
    var text = ""
    var index = rest.index(after: rest.startIndex)
    while index < rest.endIndex, rest[index] != "\"" {
      let next = rest.index(after: index)
      if rest[index] == "\\", next < rest.endIndex, rest[next] == "\"" || rest[next] == "\\" { index = next }
      text.append(rest[index])
      index = rest.index(after: index)
    }
    guard index < rest.endIndex else { return nil }
    rest = rest[rest.index(after: index)...].drop { $0 == " " || $0 == "\t" }
    return text.replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
  }
}
