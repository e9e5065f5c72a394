/// A number where it stands in a text: for code that must compare and divide without an allocation.
///
/// Valid as long as the bytes are. Numbers of up to eighteen significant digits take the short way through machine
/// words; all others are worked through digit by digit.
public struct JSONNumberView {
  /// The bytes of the number, which JSON's grammar must allow.
  public let utf8: UnsafeBufferPointer<UInt8>

  /// A look at bytes that were parsed as a number.
  @inlinable
  public init(utf8: UnsafeBufferPointer<UInt8>) { self.utf8 = utf8 }

  /// The number as a value of its own.
  public var number: JSONNumber { JSONNumber(unchecked: String(decoding: utf8, as: UTF8.self)) }

  /// Whether the value is whole: `1.0` and `1e3` are, `1e-1` is not.
  public var isInteger: Bool {
    // Most numbers are digits alone, with or without a sign.
    if utf8.dropFirst().allSatisfy(JSONNumberGrammar.isDigit) { return true }
    if let short = JSONScaled(utf8) { return short.exponent >= 0 }
    return JSONDigits(utf8).isInteger
  }

  /// The value, if it is whole and fits.
  public var int: Int? { JSONDigits(utf8).int }

  /// The nearest double; infinite beyond the greatest one.
  public var double: Double { Double(String(decoding: utf8, as: UTF8.self)) ?? .nan }

  /// How the value stands to another one.
  public func compare(with other: JSONNumberView) -> JSONNumber.Order {
    if let first = JSONScaled(utf8), let second = JSONScaled(other.utf8) { return first.compare(with: second) }
    return JSONDigits(utf8).compare(with: JSONDigits(other.utf8))
  }

  /// How the value stands to one that was prepared.
  public func compare(with other: JSONDecimal) -> JSONNumber.Order {
    if let second = other.scaled, let first = JSONScaled(utf8) { return first.compare(with: second) }
    return withUTF8(of: other.number.text) { JSONDigits(utf8).compare(with: JSONDigits($0)) }
  }

  /// Whether the value is a whole number of times another one, exactly. Nothing is a multiple of zero.
  public func isMultiple(of other: JSONNumberView) -> Bool {
    if let first = JSONScaled(utf8), let second = JSONScaled(other.utf8) { return first.isMultiple(of: second) }
    return JSONDigits(utf8).isMultiple(of: JSONDigits(other.utf8))
  }

  /// Whether the value is a whole number of times one that was prepared, exactly.
  public func isMultiple(of other: JSONDecimal) -> Bool {
    if let second = other.scaled, let first = JSONScaled(utf8) { return first.isMultiple(of: second) }
    return withUTF8(of: other.number.text) { JSONDigits(utf8).isMultiple(of: JSONDigits($0)) }
  }

  /// Whether both have the same value.
  public func isEqual(to other: JSONNumberView) -> Bool {
    areEqual(utf8, other.utf8) || compare(with: other) == .equal
  }

  /// Whether the value is that of a number.
  public func isEqual(to other: JSONNumber) -> Bool {
    other.withView { isEqual(to: $0) }
  }
}
