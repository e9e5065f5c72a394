import DoubletJSON

/// A value as an XML document: members are elements, an array is its element repeated.
enum XMLText {
  /// The document of a value.
  static func document(of value: JSON, root: String) -> String {
    var text = #"<?xml version="1.0" encoding="UTF-8"?>"#
    if case .array(let elements) = value {
      text += "<items>\(elements.map { element(root, $0) }.joined())</items>"
    } else {
      text += element(root, value)
    }
    return text
  }

  private static func element(_ name: String, _ value: JSON) -> String {
    let tag = XMLText.name(name)
    switch value {
    case .null: return "<\(tag)/>"
    case .bool(let truth): return "<\(tag)>\(truth)</\(tag)>"
    case .number(let number): return "<\(tag)>\(number.text)</\(tag)>"
    case .string(let text): return "<\(tag)>\(escaped(text))</\(tag)>"
    case .array(let elements): return elements.map { element(name, $0) }.joined()
    case .object(let members): return "<\(tag)>\(members.map { element($0.key, $0.value) }.joined())</\(tag)>"
    }
  }

  /// A key as a name that XML allows (XML 1.0, section 2.3), as far as ASCII goes.
  private static func name(_ key: String) -> String {
    let name = String(
      key.unicodeScalars.map { scalar -> Character in
        let isAllowed = !scalar.isASCII || scalar.properties.isAlphabetic || ("0"..."9").contains(scalar)
        return isAllowed || scalar == "-" || scalar == "." ? Character(scalar) : "_"
      }
    )
    guard let first = name.unicodeScalars.first else { return "_" }
    return ("0"..."9").contains(first) || first == "-" || first == "." ? "_\(name)" : name
  }

  /// Text with what would be markup escaped, and without the characters that XML has no way to write.
  private static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\t", "\n", "\r": escaped.unicodeScalars.append(scalar)
      case "\u{0}"..<"\u{20}", "\u{FFFE}", "\u{FFFF}": escaped += " "
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
