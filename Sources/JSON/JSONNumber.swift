/// A number as it was written, compared by exact value: `1.0` is `1`, and `1e400` is above `1e399`.
///
/// No digit is lost or made up, since a double is never in between. Comparing and hashing take time in proportion to the
/// text, also for `1e999999999`; so does dividing, times the length of a divisor of more than eighteen digits.
public struct JSONNumber: Sendable {
  /// How one number stands to another.
  public enum Order: Int, Sendable {
    /// Below the other.
    case less = -1
    /// The same value, however it is written.
    case equal = 0
    /// Above the other.
    case greater = 1
  }

  /// The number as it was written.
  public let text: String

  /// The number that a text of JSON's grammar stands for, or nothing if it is not one (RFC 8259, section 6).
  public init?(text: String) {
    guard JSONNumberGrammar.isNumber(text) else { return nil }
    self.text = text
  }

  /// A whole number.
  public init(_ value: Int) { text = String(value) }

  /// A number in the fewest digits that stand for the double, which must be finite: JSON has no infinity and no NaN.
  public init(_ value: Double) {
    precondition(value.isFinite, "\(value) is not a number in JSON; write null or a string instead")
    text = value.description
  }

  /// A number whose text was parsed before.
  init(unchecked text: String) { self.text = text }
}

extension JSONNumber {
  /// Whether the value is whole: `1.0` and `1e3` are, `1e-1` is not.
  public var isInteger: Bool { withView { $0.isInteger } }

  /// The value, if it is whole and fits.
  public var int: Int? { withView { $0.int } }

  /// The nearest double; infinite beyond the greatest one.
  public var double: Double { withView { $0.double } }

  /// Whether the value is a whole number of times another one, exactly: 0.0075 is a multiple of 0.0001. Nothing is a
  /// multiple of zero.
  public func isMultiple(of other: JSONNumber) -> Bool {
    withView { first in other.withView { first.isMultiple(of: $0) } }
  }

  /// How the value stands to another one.
  public func compare(with other: JSONNumber) -> Order {
    withView { first in other.withView { first.compare(with: $0) } }
  }

  func withView<R>(_ body: (JSONNumberView) -> R) -> R {
    withUTF8(of: text) { body(JSONNumberView(utf8: $0)) }
  }
}

extension JSONNumber: Comparable, Hashable {
  /// Whether both have the same value.
  public static func == (first: JSONNumber, second: JSONNumber) -> Bool { first.compare(with: second) == .equal }

  /// Whether the first value is below the second.
  public static func < (first: JSONNumber, second: JSONNumber) -> Bool { first.compare(with: second) == .less }

  /// Feeds the value's digits and magnitude.
  public func hash(into hasher: inout Hasher) {
    withUTF8(of: text) { JSONDigits($0).hash(into: &hasher) }
  }
}

extension JSONNumber: CustomStringConvertible {
  /// The number as it was written.
  public var description: String { text }
}
