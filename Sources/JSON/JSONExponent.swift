/// A power of ten: the exponent in a number's text, of any length, and a shift that comes from the place of the dot.
struct JSONExponent {
  /// What is greater than this in either direction is told apart from zero, but not from each other.
  private static var bound: Int { 1 << 60 }

  private let digits: UnsafeBufferPointer<UInt8>
  private let isNegative: Bool
  private let shift: Int

  /// The exponent of a number without one.
  init() { self.init(UnsafeBufferPointer(start: nil, count: 0), shift: 0) }

  /// The exponent whose text, with or without a sign, follows the `e`.
  init(_ text: UnsafeBufferPointer<UInt8>, shift: Int) {
    let digits = text.drop { $0 == Byte.minus || $0 == Byte.plus }.drop { $0 == Byte.zero }
    self.digits = UnsafeBufferPointer(rebasing: digits)
    self.isNegative = text.first == Byte.minus
    self.shift = shift
  }

  private init(_ other: JSONExponent, shift: Int) {
    (digits, isNegative) = (other.digits, other.isNegative)
    self.shift = shift
  }

  /// The exponent plus a number.
  func shifted(by amount: Int) -> JSONExponent { JSONExponent(self, shift: shift + amount) }

  /// This exponent less another one, exact up to 2⁶⁰ in either direction and held there beyond.
  ///
  /// The digits are subtracted from the left. What is still to come can change a difference by less than two units of
  /// the last place reached, so that beyond 10³⁰ the outcome is certain and the rest is not read.
  func difference(from other: JSONExponent) -> Int {
    let length = max(digits.count, other.digits.count)
    var difference: Int128 = 0
    for place in 0..<length {
      let digit = Int128(signedDigit(at: place, of: length) - other.signedDigit(at: place, of: length))
      difference = difference * 10 + digit
      if difference.magnitude > 1_000_000_000_000_000_000_000_000_000_000 { break }
    }
    difference += Int128(shift - other.shift)
    return Int(min(max(difference, Int128(-Self.bound)), Int128(Self.bound)))
  }

  private func signedDigit(at place: Int, of length: Int) -> Int {
    let index = place - (length - digits.count)
    guard index >= 0 else { return 0 }
    let digit = Int(digits[index] &- Byte.zero)
    return isNegative ? -digit : digit
  }
}
