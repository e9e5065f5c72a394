import DoubletContracts
import DoubletJSON

/// What finds a record in its collection: the key of its own, after those of the records above it.
struct RecordKey: Sendable, Hashable {
  private let outermost: String
  /// The parts below the outermost one. Most keys have none, and an array without elements takes no memory.
  private let others: [String]

  /// A key of one part.
  init(_ text: String) { (outermost, others) = (text, []) }

  /// The keys from the outermost to the record's own.
  init(parts: [String]) { (outermost, others) = (parts.first ?? "", Array(parts.dropFirst())) }

  /// The keys from the outermost to the record's own.
  var parts: [String] { [outermost] + others }

  /// How many parts it has.
  var count: Int { 1 + others.count }

  /// The text under which the record is kept: a key of one part as it is, more as a path.
  var text: String { others.isEmpty ? outermost : RecordKey.scope(parts) }

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
  /// The key of a record of a resource that this one begins with.
  func beginning(of resource: ResourceRow) -> RecordKey { beginning(count: resource.inferred?.keyMembers.count) }

  /// The key of the first of the parts; nil: of all.
  func beginning(count: Int?) -> RecordKey {
    guard let count, count < self.count else { return self }
    return RecordKey(parts: Array(parts[..<count]))
  }
}
