/// Whether a code point may stand in an internationalised label (RFC 5892, section 3: the derived property).
enum CodePointUse {
  /// PVALID.
  case allowed
  /// CONTEXTJ or CONTEXTO: allowed where ``ContextRule`` says so.
  case contextual
  /// DISALLOWED or UNASSIGNED.
  case disallowed

  /// Derives the property, in the order of the RFC: exceptions first, then what normalisation would change, then what
  /// is ignorable, and only then letters and digits.
  init(_ value: UInt32) {
    self = .disallowed
    guard let scalar = Unicode.Scalar(value) else { return }
    if let exception = Self.exception(value) {
      self = exception
      return
    }
    if value < 0x80 {
      if value == 0x2D || (0x30...0x39).contains(value) || (0x61...0x7A).contains(value) { self = .allowed }
      return
    }
    let properties = scalar.properties
    if properties.isJoinControl {
      self = .contextual
      return
    }
    if properties.changesWhenNFKCCaseFolded || properties.isDefaultIgnorableCodePoint || properties.isWhitespace
      || properties.isNoncharacterCodePoint || Self.isIgnorableBlock(value) || Self.isOldHangul(value)
    {
      return
    }
    switch properties.generalCategory {
    case .lowercaseLetter, .uppercaseLetter, .otherLetter, .modifierLetter, .decimalNumber, .nonspacingMark,
      .spacingMark:
      self = .allowed
    default: return
    }
  }

  /// Section 2.6.
  private static func exception(_ value: UInt32) -> CodePointUse? {
    switch value {
    case 0xDF, 0x3C2, 0x6FD, 0x6FE, 0xF0B, 0x3007: .allowed
    case 0xB7, 0x375, 0x5F3, 0x5F4, 0x30FB, 0x660...0x669, 0x6F0...0x6F9: .contextual
    case 0x640, 0x7FA, 0x302E, 0x302F, 0x3031...0x3035, 0x303B: .disallowed
    default: nil
    }
  }

  /// Section 2.4: marks and notation that are symbols by intent.
  private static func isIgnorableBlock(_ value: UInt32) -> Bool {
    switch value {
    case 0x20D0...0x20FF, 0x1D100...0x1D1FF, 0x1D200...0x1D24F: true
    default: false
    }
  }

  /// Section 2.9: conjoining jamo, which NFC does not compose into syllables of today.
  private static func isOldHangul(_ value: UInt32) -> Bool {
    switch value {
    case 0x1100...0x11FF, 0xA960...0xA97C, 0xD7B0...0xD7C6, 0xD7CB...0xD7FB: true
    default: false
    }
  }
}
