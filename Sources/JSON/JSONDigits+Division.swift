extension JSONDigits {
  /// Whether the value is a whole number of times another one.
  ///
  /// With the trailing zeros in the exponents, `a·10ᵏ` must be a multiple of `b`. If `k` is negative it is not, since ten
  /// does not divide `a`. Otherwise the digits of `a` and `k` zeros are divided by `b` as on paper. A power of ten past
  /// the number of `b`'s bits divides `b` no further, which bounds the zeros, whatever the exponents.
  func isMultiple(of other: JSONDigits) -> Bool {
    guard !other.isZero else { return false }
    guard !isZero else { return true }
    let zeros = exponent.difference(from: other.exponent)
    guard zeros >= 0 else { return false }
    let steps = count + min(zeros, 4 * other.count)
    return other.count <= 18 ? isMultiple(ofShort: other, steps: steps) : isMultiple(ofLong: other, steps: steps)
  }

  private func isMultiple(ofShort other: JSONDigits, steps: Int) -> Bool {
    var (divisor, otherPosition) = (UInt64(0), other.significant.lowerBound)
    for _ in 0..<other.count { divisor = divisor * 10 + UInt64(other.next(&otherPosition)) }
    var (remainder, position) = (UInt64(0), significant.lowerBound)
    for _ in 0..<steps {
      let digit = position < significant.upperBound ? next(&position) : 0
      remainder = (remainder * 10 + UInt64(digit)) % divisor
    }
    return remainder == 0
  }

  private func isMultiple(ofLong other: JSONDigits, steps: Int) -> Bool {
    var (divisor, otherPosition) = (JSONNatural(limbs: other.count / 9 + 2), other.significant.lowerBound)
    for _ in 0..<other.count { divisor.append(other.next(&otherPosition)) }
    var (remainder, position) = (JSONNatural(limbs: other.count / 9 + 2), significant.lowerBound)
    for _ in 0..<steps {
      remainder.append(position < significant.upperBound ? next(&position) : 0)
      // Below ten times the divisor, so nine subtractions at most.
      while !(remainder < divisor) { remainder.subtract(divisor) }
    }
    return remainder.isZero
  }
}

/// A natural number of a fixed room, in limbs of nine decimal digits, the lowest first.
private struct JSONNatural {
  private static let base: UInt64 = 1_000_000_000
  private var limbs: [UInt64]

  init(limbs count: Int) { limbs = Array(repeating: 0, count: count) }

  var isZero: Bool { limbs.allSatisfy { $0 == 0 } }

  /// Appends a decimal digit on the right.
  mutating func append(_ digit: UInt8) {
    var carry = UInt64(digit)
    for index in limbs.indices {
      let value = limbs[index] * 10 + carry
      (carry, limbs[index]) = value.quotientAndRemainder(dividingBy: Self.base)
    }
  }

  /// Takes away a number that is not greater.
  mutating func subtract(_ other: JSONNatural) {
    var borrow: UInt64 = 0
    for index in limbs.indices {
      let value = limbs[index] + Self.base - other.limbs[index] - borrow
      borrow = value < Self.base ? 1 : 0
      limbs[index] = value % Self.base
    }
  }

  static func < (first: JSONNatural, second: JSONNatural) -> Bool {
    for index in first.limbs.indices.reversed() where first.limbs[index] != second.limbs[index] {
      return first.limbs[index] < second.limbs[index]
    }
    return false
  }
}
