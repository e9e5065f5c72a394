/// A number of at most eighteen significant digits: a coefficient and a power of ten, both in machine words.
///
/// The coefficient has no trailing zeros, so that equal values are equal member by member; zero has no sign.
struct JSONScaled: Sendable {
  private static var mostDigits: Int { 18 }
  private static var greatestExponent: Int { 1 << 40 }

  private(set) var isNegative = false
  private(set) var coefficient: UInt64 = 0
  private(set) var digits = 0
  private(set) var exponent = 0

  /// The short form of a number's text, or nothing if it has too many digits or too great an exponent.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    // Every read is behind a comparison with the count.
    let base = bytes.baseAddress.unsafelyUnwrapped
    let count = bytes.count
    var offset = 0
    var zeros = 0
    var isFraction = false
    if offset < count, base[offset] == Byte.minus {
      isNegative = true
      offset &+= 1
    }
    while offset < count {
      let digit = base[offset] &- Byte.zero
      if digit > 9 {
        guard base[offset] == Byte.dot else { break }
        isFraction = true
        offset &+= 1
        continue
      }
      offset &+= 1
      if isFraction { exponent &-= 1 }
      if digit == 0 {
        if coefficient != 0 { zeros &+= 1 }
        continue
      }
      digits &+= zeros &+ 1
      guard digits <= Self.mostDigits else { return nil }
      while zeros > 0 {
        coefficient &*= 10
        zeros &-= 1
      }
      coefficient = coefficient &* 10 &+ UInt64(digit)
    }
    exponent &+= zeros
    guard coefficient != 0 else {
      (isNegative, exponent) = (false, 0)
      return
    }
    guard offset < count else { return }
    offset &+= 1
    var power = 0
    let sign = base[offset]
    if sign == Byte.minus || sign == Byte.plus { offset &+= 1 }
    while offset < count {
      power = power &* 10 &+ Int(base[offset] &- Byte.zero)
      guard power < Self.greatestExponent else { return nil }
      offset &+= 1
    }
    exponent &+= sign == Byte.minus ? -power : power
  }

  /// How the value stands to another one.
  func compare(with other: JSONScaled) -> JSONNumber.Order {
    guard isNegative == other.isNegative else { return isNegative ? .less : .greater }
    let order = compareMagnitude(with: other)
    return isNegative ? JSONNumber.Order(rawValue: -order.rawValue).unsafelyUnwrapped : order
  }

  private func compareMagnitude(with other: JSONScaled) -> JSONNumber.Order {
    if coefficient == 0 || other.coefficient == 0 { return .init(coefficient, other.coefficient) }
    if exponent == other.exponent { return .init(coefficient, other.coefficient) }
    let (magnitude, otherMagnitude) = (digits + exponent, other.digits + other.exponent)
    guard magnitude == otherMagnitude else { return .init(magnitude, otherMagnitude) }
    // With equal magnitudes the difference of the exponents is that of the digits, so that both sides have at most
    // eighteen digits after this.
    let (shift, otherShift) = (max(0, exponent - other.exponent), max(0, other.exponent - exponent))
    return .init(coefficient &* Self.power(shift), other.coefficient &* Self.power(otherShift))
  }

  /// Whether the value is a whole number of times another one.
  func isMultiple(of other: JSONScaled) -> Bool {
    guard other.coefficient != 0 else { return false }
    guard coefficient != 0 else { return true }
    // Below, ten would have to divide the coefficient, which has no trailing zeros.
    guard exponent >= other.exponent else { return false }
    var remainder = coefficient % other.coefficient
    // A power of ten beyond the 64th divides no coefficient of 64 bits more than the 64th does.
    for _ in 0..<min(64, exponent - other.exponent) where remainder != 0 {
      remainder = remainder * 10 % other.coefficient
    }
    return remainder == 0
  }

  private static func power(_ exponent: Int) -> UInt64 {
    var power: UInt64 = 1
    for _ in 0..<exponent { power &*= 10 }
    return power
  }
}

extension JSONNumber.Order {
  init<Value: Comparable>(_ first: Value, _ second: Value) {
    self = first == second ? .equal : first < second ? .less : .greater
  }
}
