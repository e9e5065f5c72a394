/// The rule for names that mix writing directions (RFC 5893, section 2).
///
/// The standard library does not expose Bidi_Class. Among the code points that labels may hold it follows from block and
/// general category, which is what this type uses.
enum BidiRule {
  private enum Direction {
    case left
    case right
    case arabicNumber
    case europeanNumber
    case mark
    case neutral
  }

  /// Whether all labels are well-formed. The rule binds only if one of them holds a right-to-left code point.
  static func accepts(_ labels: [[UInt32]]) -> Bool {
    let directions = labels.map { $0.map(direction) }
    guard directions.contains(where: { $0.contains(.right) || $0.contains(.arabicNumber) }) else { return true }
    return directions.allSatisfy(accepts)
  }

  private static func accepts(_ label: [Direction]) -> Bool {
    guard let last = label.last(where: { $0 != .mark }) else { return false }
    switch label.first {
    case .right:
      let mixesDigits = label.contains(.arabicNumber) && label.contains(.europeanNumber)
      return !label.contains(.left) && !mixesDigits && last != .neutral
    case .left:
      return !label.contains(.right) && !label.contains(.arabicNumber) && (last == .left || last == .europeanNumber)
    default: return false
    }
  }

  private static func direction(_ value: UInt32) -> Direction {
    switch value {
    case 0x30...0x39, 0x6F0...0x6F9: return .europeanNumber
    case 0x660...0x669, 0x10D30...0x10D39: return .arabicNumber
    case 0x2D, 0x2B9, 0x2BA, 0x2C6...0x2CF, 0x2EC, 0x374, 0x200C, 0x200D, 0xA67F, 0xA717...0xA71F, 0xA788:
      return .neutral
    default: break
    }
    guard value >= 0x80, let scalar = Unicode.Scalar(value) else { return .left }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return .mark
    default: return isRightToLeft(value) ? .right : .left
    }
  }

  /// The blocks whose letters run from right to left.
  private static func isRightToLeft(_ value: UInt32) -> Bool {
    switch value {
    case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF, 0x10800...0x10FFF, 0x1E800...0x1EFFF: true
    default: false
    }
  }
}
