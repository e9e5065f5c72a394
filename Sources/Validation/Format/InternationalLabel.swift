/// One label of an internationalised host name, checked as RFC 5891, section 4.2, has a registry check it.
enum InternationalLabel {
  /// The octets of a valid label as it travels in the DNS; nil for an invalid one. An A-label is replaced by the
  /// U-label it stands for.
  static func check(_ label: inout [UInt32], allowsReserved: Bool) -> Int? {
    guard let first = label.first, let last = label.last, label.count <= HostNames.labelLimit,
      first != 0x2D, last != 0x2D
    else { return nil }
    guard label.allSatisfy({ $0 < 0x80 }) else {
      guard isUnicodeLabel(label), let encoded = Punycode.encode(label) else { return nil }
      let size = prefix.count + encoded.count
      return size <= HostNames.labelLimit ? size : nil
    }
    let size = label.count
    if label.count > 4, lowercased(label).starts(with: prefix) {
      guard let decoded = decode(label) else { return nil }
      label = decoded
      return size
    }
    guard label.allSatisfy({ isASCIILabel($0) }), allowsReserved || !hasReservedHyphens(label) else { return nil }
    return size
  }

  private static let prefix: [UInt32] = [0x78, 0x6E, 0x2D, 0x2D]

  /// The U-label of an A-label; nil unless encoding it again gives the same A-label.
  private static func decode(_ label: [UInt32]) -> [UInt32]? {
    let encoded = Array(lowercased(label).dropFirst(prefix.count))
    guard let decoded = Punycode.decode(encoded), decoded.contains(where: { $0 >= 0x80 }),
      decoded.first != 0x2D, decoded.last != 0x2D,
      isUnicodeLabel(decoded), Punycode.encode(decoded) == encoded
    else { return nil }
    return decoded
  }

  private static func isUnicodeLabel(_ label: [UInt32]) -> Bool {
    guard !hasReservedHyphens(label), let first = label.first, !startsWithMark(first) else { return false }
    return label.indices.allSatisfy { index in
      switch CodePointUse(label[index]) {
      case .allowed: true
      case .disallowed: false
      case .contextual: ContextRule.holds(at: index, in: label)
      }
    }
  }

  private static func startsWithMark(_ value: UInt32) -> Bool {
    switch Unicode.Scalar(value)?.properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: true
    default: false
    }
  }

  private static func hasReservedHyphens(_ label: [UInt32]) -> Bool {
    label.count >= 4 && label[2] == 0x2D && label[3] == 0x2D
  }

  private static func isASCIILabel(_ value: UInt32) -> Bool {
    value == 0x2D || UInt8(exactly: value).map(\.isAlphanumeric) ?? false
  }

  private static func lowercased(_ label: [UInt32]) -> [UInt32] {
    label.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
  }
}
