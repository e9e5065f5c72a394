/// The parts of a `$ref` and how they are put together (RFC 3986, section 5, for paths and for URLs).
struct ReferencePath: Hashable {
  /// The file or URL; empty where the reference stays in its own document.
  var file: String
  /// What stands behind `#`, percent-decoded.
  var fragment: String

  /// Splits a reference.
  init(_ text: String) {
    let parts = text.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    file = String(parts.first ?? "")
    fragment = parts.count == 2 ? ReferencePath.decoded(String(parts[1])) : ""
  }

  /// The path of a file that `base` names as `relative`: `specs/common.yaml` of `specs/a.yaml` and `common.yaml`.
  static func resolve(_ relative: String, against base: String) -> String {
    if relative.isEmpty { return base }
    if hasScheme(relative) { return relative }
    let (root, path) = split(base)
    if relative.hasPrefix("/") { return root.isEmpty ? relative : root + relative }
    var segments = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().map(String.init)
    for segment in relative.split(separator: "/", omittingEmptySubsequences: false).map(String.init) {
      if segment == "." { continue }
      if segment == "..", let last = segments.last, last != "..", !last.isEmpty {
        segments.removeLast()
      } else {
        segments.append(segment)
      }
    }
    return root + segments.joined(separator: "/")
  }

  /// The path up to its last slash, that included.
  static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
  }

  /// Whether it starts with a scheme, as `https:` and `urn:`.
  static func hasScheme(_ text: String) -> Bool {
    guard let colon = text.firstIndex(of: ":"), text.first?.isLetter == true else { return false }
    return text[..<colon].utf8.allSatisfy { byte in
      (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || "+-.".utf8.contains(byte)
    }
  }

  /// A URL's scheme and host, and the path behind them.
  private static func split(_ base: String) -> (root: String, path: String) {
    guard let colon = base.range(of: "://") else { return ("", base) }
    let slash = base[colon.upperBound...].firstIndex(of: "/") ?? base.endIndex
    return (String(base[..<slash]), String(base[slash...]))
  }

  /// The text with its `%41`s decoded.
  static func decoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), rest.count >= 2,
        let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
      {
        bytes.append(value)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension String {
  /// The first place where `other` stands.
  fileprivate func range(of other: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(other) { return start..<index(start, offsetBy: other.count) }
      start = index(after: start)
    }
    return nil
  }
}
