/// The contextual rules of RFC 5892, appendix A, for code points that are allowed beside certain others only.
enum ContextRule {
  static func holds(at index: Int, in label: [UInt32]) -> Bool {
    let before = index > 0 ? label[index - 1] : nil
    let after = index + 1 < label.count ? label[index + 1] : nil
    switch label[index] {
    case 0x200C: return isVirama(before) || joins(at: index, in: label)
    case 0x200D: return isVirama(before)
    // The middle dot of Catalan, between two letters 'l'.
    case 0xB7: return before == 0x6C && after == 0x6C
    case 0x375: return after.map(Script.greek.contains) ?? false
    case 0x5F3, 0x5F4: return before.map(Script.hebrew.contains) ?? false
    case 0x30FB: return label.contains(where: isJapanese)
    case 0x660...0x669: return !label.contains { (0x6F0...0x6F9).contains($0) }
    case 0x6F0...0x6F9: return !label.contains { (0x660...0x669).contains($0) }
    default: return false
    }
  }

  private static func isVirama(_ value: UInt32?) -> Bool {
    guard let value, let scalar = Unicode.Scalar(value) else { return false }
    return scalar.properties.canonicalCombiningClass == .virama
  }

  private static func isJapanese(_ value: UInt32) -> Bool {
    Script.hiragana.contains(value) || Script.katakana.contains(value) || Script.han.contains(value)
  }

  /// Whether the non-joiner breaks a cursive connection: a letter joining onward before it, one joining back after it,
  /// transparent marks aside (appendix A.1).
  private static func joins(at index: Int, in label: [UInt32]) -> Bool {
    let before = label[..<index].last { !isTransparent($0) }
    let after = label[(index + 1)...].first { !isTransparent($0) }
    guard let before, let after else { return false }
    return JoiningTable.joinsOnward(before) && JoiningTable.joinsBack(after)
  }

  private static func isTransparent(_ value: UInt32) -> Bool {
    guard value != 0x200C, value != 0x200D, let scalar = Unicode.Scalar(value) else { return false }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return true
    default: return false
    }
  }
}
