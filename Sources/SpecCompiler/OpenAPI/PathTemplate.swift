/// A path with holes: `/customers/{id}/lead-source`.
struct PathTemplate: Hashable {
  /// As the document writes it.
  var text: String

  /// The names of its holes, in order.
  var names: [String] { PathTemplate.names(in: text) }

  /// The path with every hole empty: two templates that match the same requests have the same shape.
  var shape: String { PathTemplate.shape(of: text) }

  /// The names in braces.
  static func names(in text: String) -> [String] {
    text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
      part.firstIndex(of: "}").map { String(part[..<$0]) }
    }
  }

  /// The text with `{}` for every hole.
  static func shape(of text: String) -> String {
    var shape = ""
    var isInside = false
    for character in text {
      if character == "{" { isInside = true }
      if !isInside || character == "{" { shape.append(character) }
      if character == "}" {
        isInside = false
        shape.append("}")
      }
    }
    return shape
  }

  /// What is wrong with its braces, or nothing.
  var mistake: String? {
    var isOpen = false
    for character in text {
      if character == "{" {
        if isOpen { return "'{' stands inside of braces" }
        isOpen = true
      } else if character == "}" {
        if !isOpen { return "'}' has no '{' before it" }
        isOpen = false
      } else if character == "/", isOpen {
        return "'{' is not closed before the next '/'"
      }
    }
    if isOpen { return "'{' is never closed" }
    if names.contains("") { return "'{}' has no name in it" }
    return nil
  }
}
