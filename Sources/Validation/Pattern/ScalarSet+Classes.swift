/// The predefined classes of ECMA-262, section 22.2.2.9 (CharacterClassEscape), and the dot.
extension ScalarSet {
  /// `\d`: ASCII digits only, unlike in most other dialects.
  static let digits = [ScalarRange(0x30, 0x39)]

  /// `\w`: ASCII letters, digits and the underscore.
  static let word = [
    ScalarRange(0x30, 0x39), ScalarRange(0x41, 0x5A), ScalarRange(0x5F, 0x5F), ScalarRange(0x61, 0x7A),
  ]

  /// `\s`: WhiteSpace and LineTerminator, which is Unicode's Space_Separator, the controls, and the byte order mark.
  static let space = [
    ScalarRange(0x09, 0x0D), ScalarRange(0x20, 0x20), ScalarRange(0xA0, 0xA0), ScalarRange(0x1680, 0x1680),
    ScalarRange(0x2000, 0x200A), ScalarRange(0x2028, 0x2029), ScalarRange(0x202F, 0x202F),
    ScalarRange(0x205F, 0x205F), ScalarRange(0x3000, 0x3000), ScalarRange(0xFEFF, 0xFEFF),
  ]

  /// `.`: anything but a line terminator.
  static let dot = ScalarSet(
    ranges: [ScalarRange(0x0A, 0x0A), ScalarRange(0x0D, 0x0D), ScalarRange(0x2028, 0x2029)],
    isInverted: true
  )
}
