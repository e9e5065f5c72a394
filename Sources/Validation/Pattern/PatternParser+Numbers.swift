/// Code points written as numbers. Each reader runs after the letter of its escape and consumes nothing on failure.
extension PatternParser {
  /// The control code of `\cX`: the letter's value modulo 32. Annex B allows digits and `_` too, in classes.
  mutating func readControl(isInClass: Bool) -> UInt32? {
    guard let next = peek else { return nil }
    switch next {
    case "a"..."z", "A"..."Z": break
    case "0"..."9", "_": if !(isLegacy && isInClass) { return nil }
    default: return nil
    }
    index += 1
    return next.value % 32
  }

  /// `\0`, and in legacy reading the octal escapes, of three digits up to `\377`.
  mutating func readOctal() -> UInt32? {
    let first = scalars[index - 1] - 0x30
    if !isLegacy {
      guard first == 0 else { return nil }
      if index < scalars.count, case 0x30...0x39 = scalars[index] { return nil }
      return 0
    }
    var value = first
    while index < scalars.count, case 0x30...0x37 = scalars[index], value * 8 + scalars[index] - 0x30 <= 0o377 {
      value = value * 8 + scalars[index] - 0x30
      index += 1
    }
    return value
  }

  mutating func readHexadecimal(digits: Int) -> UInt32? {
    guard index + digits <= scalars.count else { return nil }
    var value: UInt32 = 0
    for offset in 0..<digits {
      guard let digit = Self.hexadecimalValue(scalars[index + offset]) else { return nil }
      value = value * 16 + digit
    }
    index += digits
    return value
  }

  /// `\uXXXX`, a surrogate pair of two of them, or `\u{…}`.
  mutating func readUnicodeEscape() -> UInt32? {
    if peek == "{" { return readBracedEscape() }
    guard let lead = readHexadecimal(digits: 4) else { return nil }
    guard case 0xD800...0xDBFF = lead else { return lead }
    let afterLead = index
    if take(text: "\\u"), let trail = readHexadecimal(digits: 4), case 0xDC00...0xDFFF = trail {
      return 0x10000 + (lead - 0xD800) << 10 + (trail - 0xDC00)
    }
    index = afterLead
    return lead
  }

  private mutating func readBracedEscape() -> UInt32? {
    let start = index
    index += 1
    var value: UInt32 = 0
    var count = 0
    while index < scalars.count, let digit = Self.hexadecimalValue(scalars[index]), value <= 0x10FFFF {
      value = value * 16 + digit
      count += 1
      index += 1
    }
    guard count > 0, value <= 0x10FFFF, take("}") else {
      index = start
      return nil
    }
    return value
  }

  private static func hexadecimalValue(_ scalar: UInt32) -> UInt32? {
    switch scalar {
    case 0x30...0x39: scalar - 0x30
    case 0x41...0x46: scalar - 0x41 + 10
    case 0x61...0x66: scalar - 0x61 + 10
    default: nil
    }
  }
}
