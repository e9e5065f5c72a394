import DoubletContracts

/// The path and query of a request target, without scheme, host and the sandbox's prefix (RFC 9112, section 3.2).
public struct Target: Sendable, Hashable {
  /// The sandbox that a prefix `/~name` named; nil without one.
  public private(set) var prefix: String?
  /// The path as sent, still percent-encoded, from `/` on.
  public private(set) var path: String
  /// The query as sent, without `?`; nil without one.
  public private(set) var query: String?

  /// Reads origin form, absolute form and `*`.
  public init(_ target: String) {
    guard !Target.isPath(target) else {
      path = target
      return
    }
    // Looked at byte by byte: characters would be put together for nothing, since all that parts a target is ASCII.
    var rest = Target.withoutAuthority(target).utf8
    if let fragment = rest.firstIndex(of: UInt8(ascii: "#")) { rest = rest[..<fragment] }
    if let mark = rest.firstIndex(of: UInt8(ascii: "?")) {
      query = String(Substring(rest[rest.index(after: mark)...]))
      rest = rest[..<mark]
    }
    if let length = Target.tilde(rest) {
      let name = rest.dropFirst(length).prefix { $0 != UInt8(ascii: "/") }
      let text = String(Substring(name))
      prefix = PercentEncoding.decode(text) ?? text
      rest = rest[name.endIndex...]
    }
    path = rest.isEmpty ? "/" : String(Substring(rest))
  }

  /// Whether a target is a path and nothing else, as most are: such a one is kept as it stands.
  private static func isPath(_ target: String) -> Bool {
    var target = target
    return target.withUTF8 { bytes in
      guard bytes.first == UInt8(ascii: "/") else { return false }
      if bytes.count > 1, bytes[1] == UInt8(ascii: "~") || bytes[1] == UInt8(ascii: "%") { return false }
      return bytes.allSatisfy { $0 != UInt8(ascii: "?") && $0 != UInt8(ascii: "#") }
    }
  }

  /// The length of the `/~` that begins a prefix; nil without one. Some clients escape the tilde.
  private static func tilde(_ rest: Substring.UTF8View) -> Int? {
    var bytes = rest.makeIterator()
    guard bytes.next() == UInt8(ascii: "/"), let second = bytes.next() else { return nil }
    if second == UInt8(ascii: "~") { return 2 }
    guard second == UInt8(ascii: "%"), bytes.next() == UInt8(ascii: "7"), let digit = bytes.next() else { return nil }
    return digit | 0x20 == UInt8(ascii: "e") ? 4 : nil
  }

  private static func withoutAuthority(_ target: String) -> Substring {
    guard target.utf8.first != UInt8(ascii: "/"), let scheme = target.firstRange(of: "://") else { return target[...] }
    let rest = target[scheme.upperBound...]
    return rest[(rest.firstIndex { $0 == "/" || $0 == "?" } ?? rest.endIndex)...]
  }

  /// The query's parameters in order, `name=value` split at the first `=`, names and values decoded. `+` is a blank.
  public var queryItems: [QueryItem] {
    query.map { QueryItem.all(in: $0) } ?? []
  }
}

/// One parameter of a query.
public struct QueryItem: Sendable, Hashable {
  /// The decoded name.
  public var name: String
  /// The decoded value; empty where there is no `=`.
  public var value: String
  /// The value as sent: delimiters that were escaped can be told from those that were not.
  public var rawValue: String

  /// A parameter that needed no decoding.
  init(name: String, value: String) {
    (self.name, self.value, rawValue) = (name, value, value)
  }

  /// Those of a query or a form, in order.
  static func all(in text: String) -> [QueryItem] {
    text.utf8.split(separator: UInt8(ascii: "&")).map { QueryItem(Substring($0)) }
  }

  init(_ text: Substring) {
    let mark = text.utf8.firstIndex(of: UInt8(ascii: "=")) ?? text.endIndex
    rawValue = mark == text.endIndex ? "" : String(text[text.utf8.index(after: mark)...])
    name = PercentEncoding.decodeForm(String(text[..<mark]))
    value = PercentEncoding.decodeForm(rawValue)
  }
}
