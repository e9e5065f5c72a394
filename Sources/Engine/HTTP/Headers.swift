/// Header fields in the order in which they came, names as they were written. Names compare without regard to case
/// (RFC 9110, section 5.1).
public struct Headers: Sendable, Hashable, Sequence, ExpressibleByDictionaryLiteral {
  /// A field.
  public typealias Field = (name: String, value: String)

  private var names: [String] = []
  private var values: [String] = []

  /// No fields.
  public init() {}

  /// The fields in order.
  public init(_ fields: some Sequence<Field>) {
    for field in fields { append(field.name, field.value) }
  }

  /// The fields in order.
  public init(dictionaryLiteral elements: (String, String)...) {
    for (name, value) in elements { append(name, value) }
  }

  /// How many fields there are.
  public var count: Int { names.count }

  /// Adds a field after the others, also where there is one of that name.
  public mutating func append(_ name: String, _ value: String) {
    names.append(name)
    values.append(value)
  }

  /// The value of the field of that name; values of several are joined by `, ` (RFC 9110, section 5.2). Setting replaces
  /// all of that name; nil removes them.
  public subscript(name: String) -> String? {
    get {
      guard let first = names.firstIndex(where: { Headers.matches($0, name) }) else { return nil }
      var joined = values[first]
      for index in names.indices.dropFirst(first + 1) where Headers.matches(names[index], name) {
        joined += ", \(values[index])"
      }
      return joined
    }
    set {
      for index in names.indices.reversed() where Headers.matches(names[index], name) {
        names.remove(at: index)
        values.remove(at: index)
      }
      if let newValue { append(name, newValue) }
    }
  }

  /// The values of all fields of that name, in order.
  public func all(_ name: String) -> [String] {
    names.indices.filter { Headers.matches(names[$0], name) }.map { values[$0] }
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
      guard index < headers.names.count else { return nil }
      defer { index += 1 }
      return (headers.names[index], headers.values[index])
    }
  }

  /// Bytes that the journal counts for the fields.
  var weight: Int {
    zip(names, values).reduce(0) { weight, field in weight + field.0.utf8.count + field.1.utf8.count + 32 }
  }

  /// Whether two names are the same without regard to the case of ASCII letters.
  public static func matches(_ first: String, _ second: String) -> Bool {
    let (first, second) = (first.utf8, second.utf8)
    guard first.count == second.count else { return false }
    for (a, b) in zip(first, second) where a != b {
      guard a ^ b == 0x20, (a | 0x20) >= UInt8(ascii: "a"), (a | 0x20) <= UInt8(ascii: "z") else { return false }
    }
    return true
  }
}
