/// A place in a JSON value: the keys and positions on the way down (RFC 6901).
///
/// `/members/0/na~1me` is the member `na/me` of the first of the `members`; the empty text is the whole value.
public struct JSONPointer: Sendable {
  /// The keys and positions, without escapes.
  public let tokens: [String]

  /// The whole value.
  public init() { tokens = [] }

  /// The place reached by these keys and positions.
  public init(tokens: [String]) { self.tokens = tokens }

  /// The place that a pointer's text names, or nothing if the text is not a pointer: it must be empty or start with
  /// `/`, and a `~` must be followed by `0` or `1`.
  public init?(_ text: String) {
    guard !text.isEmpty else {
      tokens = []
      return
    }
    guard text.utf8.first == UInt8(ascii: "/") else { return nil }
    var tokens: [String] = []
    for token in text.utf8.dropFirst().split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      guard let token = Self.unescaped(token) else { return nil }
      tokens.append(token)
    }
    self.tokens = tokens
  }

  /// The place of a member of the object at this place.
  public func appending(_ key: String) -> JSONPointer { JSONPointer(tokens: tokens + [key]) }

  /// The place of an element of the array at this place.
  public func appending(_ position: Int) -> JSONPointer { appending(String(position)) }

  /// The position that a token names in an array: digits without a leading zero (RFC 6901, section 4).
  static func position(_ token: String) -> Int? {
    guard token.utf8.allSatisfy(JSONNumberGrammar.isDigit) else { return nil }
    guard token.utf8.count == 1 || token.utf8.first != Byte.zero else { return nil }
    return Int(token)
  }

  private static func unescaped(_ token: Substring.UTF8View) -> String? {
    var bytes: [UInt8] = []
    var iterator = token.makeIterator()
    while let byte = iterator.next() {
      guard byte == UInt8(ascii: "~") else {
        bytes.append(byte)
        continue
      }
      switch iterator.next() {
      case UInt8(ascii: "0"): bytes.append(UInt8(ascii: "~"))
      case UInt8(ascii: "1"): bytes.append(UInt8(ascii: "/"))
      default: return nil
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension JSONPointer: CustomStringConvertible {
  /// The pointer's text, with `~` as `~0` and `/` as `~1`.
  public var description: String { String(decoding: escaped, as: UTF8.self) }

  private var escaped: [UInt8] {
    var bytes: [UInt8] = []
    for token in tokens {
      bytes.append(UInt8(ascii: "/"))
      for byte in token.utf8 {
        switch byte {
        case UInt8(ascii: "~"): bytes += "~0".utf8
        case UInt8(ascii: "/"): bytes += "~1".utf8
        default: bytes.append(byte)
        }
      }
    }
    return bytes
  }

  /// The pointer as the fragment of a URI: `#` and the text, with what RFC 3986 does not allow there percent-encoded.
  public var fragment: String {
    var bytes = [UInt8(ascii: "#")]
    for byte in escaped {
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), Byte.zero...Byte.nine:
        bytes.append(byte)
      case _ where "-._~!$&'()*+,;=:@/?".utf8.contains(byte):
        bytes.append(byte)
      default:
        bytes.append(UInt8(ascii: "%"))
        bytes += JSONFault.hexadecimal(UInt32(byte), digits: 2).utf8
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension JSONPointer: Hashable {
  /// Whether both name the same place, their keys compared by code points.
  public static func == (first: JSONPointer, second: JSONPointer) -> Bool {
    first.tokens.elementsEqual(second.tokens, by: areSameCodePoints)
  }

  /// Feeds the tokens' code points.
  public func hash(into hasher: inout Hasher) {
    for token in tokens { hasher.combine(JSONKey(token)) }
  }
}
