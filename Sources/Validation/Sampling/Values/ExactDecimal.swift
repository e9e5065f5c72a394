import DoubletJSON

/// A number as a coefficient and a power of ten, where it has at most about 36 digits.
struct ExactDecimal {
  private static var mostDigits: Int { 36 }

  private(set) var coefficient: Int128
  private(set) var exponent: Int

  init(coefficient: Int128, exponent: Int) {
    self.coefficient = coefficient
    self.exponent = exponent
  }

  /// The number of a text; nothing where it is too long.
  init?(_ number: JSONNumber) {
    let parts = number.text.lowercased().split(separator: "e", maxSplits: 1)
    guard let mantissa = parts.first, let power = parts.count > 1 ? Int(parts[1]) : 0, abs(power) < 1_000 else {
      return nil
    }
    let halves = mantissa.split(separator: ".", maxSplits: 1)
    let fraction = halves.count > 1 ? String(halves[1]) : ""
    guard halves[0].count + fraction.count <= Self.mostDigits, let digits = Int128(String(halves[0]) + fraction) else {
      return nil
    }
    (coefficient, exponent) = (digits, power - fraction.count)
    while coefficient != 0, coefficient % 10 == 0 { (coefficient, exponent) = (coefficient / 10, exponent + 1) }
    if coefficient == 0 { exponent = 0 }
  }

  /// The value in units of a power of ten; nothing where it does not fit, or has digits below it that must not be lost.
  func units(of power: Int, rounding: Bool = false) -> Int128? {
    guard coefficient != 0 else { return 0 }
    var (value, shift) = (coefficient, exponent - power)
    while shift < 0 {
      guard rounding || value % 10 == 0 else { return nil }
      (value, shift) = (value / 10, shift + 1)
    }
    while shift > 0 {
      let (product, overflows) = value.multipliedReportingOverflow(by: 10)
      guard !overflows, product.magnitude < UInt128(1) << 120 else { return nil }
      (value, shift) = (product, shift - 1)
    }
    return value
  }

  /// The value as JSON writes it, without an exponent where that is short.
  var number: JSONNumber? {
    var (digits, power) = (coefficient, exponent)
    while digits != 0, digits % 10 == 0, power < 0 { (digits, power) = (digits / 10, power + 1) }
    guard power < 0 else {
      let zeros = digits == 0 ? 0 : power
      return JSONNumber(text: zeros > 40 ? "\(digits)e\(zeros)" : "\(digits)" + String(repeating: "0", count: zeros))
    }
    guard power > -40 else { return JSONNumber(text: "\(digits)e\(power)") }
    let text = String(digits.magnitude)
    let padded = String(repeating: "0", count: max(0, 1 - power - text.count)) + text
    return JSONNumber(text: "\(digits < 0 ? "-" : "")\(padded.dropLast(-power)).\(padded.suffix(-power))")
  }
}
