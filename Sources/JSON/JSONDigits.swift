/// A number of any length as its digits stand in the text: from the first to the last that is not zero, and a power of
/// ten, whose own digits may be any number too.
struct JSONDigits {
  let bytes: UnsafeBufferPointer<UInt8>
  let isNegative: Bool
  /// The offsets of the first and past the last digit that is not zero; empty for zero.
  let significant: Range<Int>
  /// The offset of the dot, if it is among the significant digits.
  let dot: Int?
  let exponent: JSONExponent

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    let end = bytes.firstIndex { $0 | 0x20 == UInt8(ascii: "e") } ?? bytes.count
    let point = bytes[..<end].firstIndex(of: Byte.dot) ?? end
    let isSignificant = { (byte: UInt8) in byte > Byte.zero && byte <= Byte.nine }
    guard let first = bytes[..<end].firstIndex(where: isSignificant),
      let last = bytes[..<end].lastIndex(where: isSignificant)
    else {
      (isNegative, significant, dot, exponent) = (false, 0..<0, nil, JSONExponent())
      return
    }
    isNegative = bytes.first == Byte.minus
    significant = first..<last + 1
    dot = significant.contains(point) ? point : nil
    let shift = last < point ? point - last - 1 : point - last
    exponent = JSONExponent(UnsafeBufferPointer(rebasing: bytes[end...].dropFirst()), shift: shift)
  }

  var isZero: Bool { significant.isEmpty }

  /// The number of significant digits.
  var count: Int { significant.count - (dot == nil ? 0 : 1) }

  /// Whether the value is whole: its last significant digit stands before the dot.
  var isInteger: Bool { isZero || exponent.difference(from: JSONExponent()) >= 0 }

  /// The value, if it is whole and fits.
  var int: Int? {
    let power = exponent.difference(from: JSONExponent())
    guard isZero || (power >= 0 && power < 19 && count < 20) else { return nil }
    var value = 0
    var position = significant.lowerBound
    for _ in 0..<count + (isZero ? 0 : power) {
      let digit = position < significant.upperBound ? next(&position) : 0
      let (product, isTooGreat) = value.multipliedReportingOverflow(by: 10)
      let (sum, isPastEnd) = product.addingReportingOverflow(isNegative ? -Int(digit) : Int(digit))
      guard !isTooGreat, !isPastEnd else { return nil }
      value = sum
    }
    return value
  }

  /// The digit at a position, which moves on past it and past the dot.
  func next(_ position: inout Int) -> UInt8 {
    if position == dot { position += 1 }
    defer { position += 1 }
    return bytes[position] &- Byte.zero
  }

  /// How the value stands to another one.
  func compare(with other: JSONDigits) -> JSONNumber.Order {
    guard isNegative == other.isNegative else { return isNegative ? .less : .greater }
    let order = compareMagnitude(with: other)
    return isNegative ? JSONNumber.Order(rawValue: -order.rawValue).unsafelyUnwrapped : order
  }

  private func compareMagnitude(with other: JSONDigits) -> JSONNumber.Order {
    if isZero || other.isZero { return .init(count, other.count) }
    let difference = exponent.shifted(by: count).difference(from: other.exponent.shifted(by: other.count))
    guard difference == 0 else { return .init(difference, 0) }
    var (position, otherPosition) = (significant.lowerBound, other.significant.lowerBound)
    for _ in 0..<min(count, other.count) {
      let (digit, otherDigit) = (next(&position), other.next(&otherPosition))
      guard digit == otherDigit else { return .init(digit, otherDigit) }
    }
    return .init(count, other.count)
  }

  func hash(into hasher: inout Hasher) {
    hasher.combine(isNegative)
    hasher.combine(isZero ? 0 : exponent.shifted(by: count).difference(from: JSONExponent()))
    var position = significant.lowerBound
    for _ in 0..<count { hasher.combine(next(&position)) }
  }
}
