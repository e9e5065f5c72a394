/// Names for Swift made of names of documents.
enum SwiftName {
  /// The words of all parts as one name: `getCustomerLeadSource` of `GetCustomerLeadSource`, `leadsShow` of `leads/show`.
  static func camelCase(_ parts: [String]) -> String {
    let words = parts.flatMap { part in
      part.unicodeScalars.split { !isPart($0) }.map { String($0) }
    }
    var name = ""
    for word in words {
      name += name.isEmpty ? lowered(word) : word.prefix(1).uppercased() + word.dropFirst()
    }
    guard let first = name.unicodeScalars.first else { return "_" }
    return ("0"..."9").contains(first) ? "_" + name : name
  }

  /// The name in back-ticks where Swift has the word for itself.
  static func escaping(_ name: String) -> String { keywords.contains(name) ? "`\(name)`" : name }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar) || ("0"..."9").contains(scalar)
  }

  /// The word with its leading capitals small, but for the last before a small letter: `URLOf` is `urlOf`.
  private static func lowered(_ word: String) -> String {
    let capitals = word.prefix { $0.isUppercase }.count
    guard capitals > 0 else { return word }
    let count = capitals == 1 || capitals == word.count ? capitals : capitals - 1
    return word.prefix(count).lowercased() + word.dropFirst(count)
  }

  private static let keywords: Set<String> = [
    "as", "associatedtype", "break", "case", "catch", "class", "continue", "default", "defer", "deinit", "do", "else",
    "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard", "if", "import", "in", "init",
    "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private", "protocol", "public", "repeat",
    "rethrows", "return", "self", "Self", "static", "struct", "subscript", "super", "switch", "throw", "throws", "true",
    "try", "typealias", "var", "where", "while", "rawValue", "description", "hash", "Type",
  ]
}
