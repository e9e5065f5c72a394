extension Violation {
  /// Sixteen hexadecimal digits that name the broken rule, not the value that broke it: the same in every run, so that
  /// reports can count, compare and silence it.
  public var fingerprint: String {
    var hash = FNV1a()
    hash.combine(side.rawValue)
    hash.combine(code)
    hash.combine(schemaLocation)
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

/// The hash FNV-1a of 64 bits: short, and the same on every machine, which `Hasher` is not.
private struct FNV1a {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Feeds a string and an end mark, so that "a", "bc" differs from "ab", "c".
  mutating func combine(_ string: String) {
    for byte in string.utf8 { combine(byte) }
    combine(0)
  }

  private mutating func combine(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
