import DoubletContracts
import DoubletJSON

/// What finds a record in its collection: the key of its own, after those of the records above it.
struct RecordKey: Sendable, Hashable {
  /// The keys from the outermost to the record's own.
  var parts: [String]

  /// The text under which the record is kept: a key of one part as it is, more as a path.
  var text: String {
    parts.count == 1 ? parts[0] : RecordKey.scope(parts)
  }

  /// The text of a value as a key: 7 is '7', and so is 7.0.
  static func text(of value: JSON) -> String {
    switch value {
    case .string(let text): text
    case .number(let number): number.int.map(String.init) ?? number.text
    default: value.text()
    }
  }

  /// The text of a value that a record brings along as its key; nil where it is none, or one that no path can name: an
  /// empty segment is another path, and `.` and `..` are taken out of it by clients (RFC 3986, section 5.2.4).
  static func nameable(_ value: JSON) -> String? {
    switch value {
    case .string(""), .string("."), .string(".."): nil
    case .string, .number: text(of: value)
    default: nil
    }
  }

  /// The parts of a text.
  static func parts(of text: String, count: Int) -> [String] {
    guard count > 1 else { return [text] }
    return text.split(separator: "/", omittingEmptySubsequences: false).map {
      PercentEncoding.decode(String($0)) ?? String($0)
    }
  }

  /// What the texts of records of the same parent begin with: all but the last part.
  static func scope(of text: String, depth: Int) -> String {
    guard depth > 0, let end = text.lastIndex(of: "/") else { return "" }
    return String(text[..<end])
  }

  /// The scope that the records of a parent are in.
  static func scope(_ parents: [String]) -> String {
    parents.map { PercentEncoding.encodeSegment($0) }.joined(separator: "/")
  }
}

extension RecordKey {
  /// The key of a record of a resource that begins these parts.
  init(beginning parts: [String], of resource: ResourceRow) {
    self.init(beginning: parts, count: resource.inferred?.keyMembers.count)
  }

  /// The key whose parts these begin with; nil: all of them.
  init(beginning parts: [String], count: Int?) {
    guard let count, count < parts.count else {
      self.init(parts: parts)
      return
    }
    self.init(parts: Array(parts[..<count]))
  }
}
