/// Header fields in the order in which they came, names as they were written. Names compare without regard to case
/// (RFC 9110, section 5.1).
public struct Headers: Sendable, Hashable, Sequence, ExpressibleByDictionaryLiteral {
  /// A field.
  public typealias Field = (name: String, value: String)

  private struct Entry: Sendable, Hashable {
    var name: String
    var value: String
  }

  private var entries: [Entry] = []

  /// No fields.
  public init() {}

  /// The fields in order.
  public init(_ fields: some Sequence<Field>) {
    entries.reserveCapacity(fields.underestimatedCount)
    for field in fields { append(field.name, field.value) }
  }

  /// The fields in order.
  public init(dictionaryLiteral elements: (String, String)...) {
    entries.reserveCapacity(elements.count)
    for (name, value) in elements { append(name, value) }
  }

  /// How many fields there are.
  public var count: Int { entries.count }

  /// Adds a field after the others, also where there is one of that name.
  public mutating func append(_ name: String, _ value: String) {
    // Most messages have that many: one allocation instead of four, also where the first fields are those of others.
    if entries.count < 8 { entries.reserveCapacity(8) }
    entries.append(Entry(name: name, value: value))
  }

  /// The value of the field of that name; values of several are joined by `, ` (RFC 9110, section 5.2). Setting replaces
  /// all of that name; nil removes them.
  public subscript(name: String) -> String? {
    get {
      var joined: String?
      for index in entries.indices where Headers.matches(entries[index].name, name) {
        joined = joined.map { "\($0), \(entries[index].value)" } ?? entries[index].value
      }
      return joined
    }
    set {
      if contains(name) { entries.removeAll { Headers.matches($0.name, name) } }
      if let newValue { append(name, newValue) }
    }
  }

  /// Whether there is a field of that name.
  public func contains(_ name: String) -> Bool {
    entries.indices.contains { Headers.matches(entries[$0].name, name) }
  }

  /// The values of all fields of that name, in order.
  public func all(_ name: String) -> [String] {
    entries.filter { Headers.matches($0.name, name) }.map(\.value)
  }

  /// Bytes of all names and values.
  public var byteCount: Int {
    var bytes = 0
    for index in entries.indices { bytes += entries[index].name.utf8.count + entries[index].value.utf8.count }
    return bytes
  }

  /// The fields in order.
  public func makeIterator() -> Iterator { Iterator(headers: self) }

  /// Goes through the fields in order.
  public struct Iterator: IteratorProtocol {
    private let headers: Headers
    private var index = 0

    fileprivate init(headers: Headers) { self.headers = headers }

    /// The next field.
    public mutating func next() -> Field? {
      guard index < headers.entries.count else { return nil }
      defer { index += 1 }
      return (headers.entries[index].name, headers.entries[index].value)
    }
  }

  /// Shows each field in order. Its texts are lent: none is retained, as it is for what an iterator gives out.
  func forEachField(_ body: (_ name: String, _ value: String) -> Void) {
    for index in entries.indices { body(entries[index].name, entries[index].value) }
  }

  /// Whether they stand at the same place in memory as others, and so are the same: which others are, nobody looks.
  func isSame(as other: Headers) -> Bool { entries.isSame(as: other.entries) }

  /// Bytes that are counted for the fields of an answer that is held on to.
  var weight: Int { 32 * entries.count + byteCount }

  /// Whether two names are the same without regard to the case of ASCII letters.
  public static func matches(_ first: String, _ second: String) -> Bool {
    guard first.utf8.count == second.utf8.count else { return false }
    // Names of the same length are the same name most of the time, and written in the same way.
    if first == second { return true }
    for (a, b) in zip(first.utf8, second.utf8) where a != b {
      guard a ^ b == 0x20, (a | 0x20) >= UInt8(ascii: "a"), (a | 0x20) <= UInt8(ascii: "z") else { return false }
    }
    return true
  }
}
