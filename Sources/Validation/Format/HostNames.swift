/// Host names: letters, digits and hyphens (RFC 1123, section 2.1), and their internationalised form (RFC 5890).
enum HostNames {
  /// The octets of a whole name, dots included (RFC 1034, section 3.1, without the root label).
  static let lengthLimit = 253
  /// The octets of a label.
  static let labelLimit = 63

  /// Labels separated by dots; labels that begin with `xn--` must be A-labels.
  static func isHostName(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    guard !text.isEmpty, text.count <= lengthLimit else { return false }
    var hasEncoded = false
    var start = 0
    while start <= text.count {
      let end = text[start...].firstIndex(of: 0x2E) ?? text.count
      let label = text.slice(start..<end)
      guard isLabel(label) else { return false }
      if isEncoded(label) { hasEncoded = true }
      start = end + 1
    }
    return !hasEncoded || isInternationalHostName(text, allowsReserved: true)
  }

  /// A label of RFC 1123: a letter or digit at both ends, hyphens between.
  private static func isLabel(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
    guard let first = label.first, let last = label.last, label.count <= labelLimit else { return false }
    return first != 0x2D && last != 0x2D && label.allSatisfy { $0.isAlphanumeric || $0 == 0x2D }
  }

  /// Whether a label carries the prefix of A-labels (RFC 5890, section 2.3.2.1).
  private static func isEncoded(_ label: UnsafeBufferPointer<UInt8>) -> Bool {
    var cursor = FormatCursor(label)
    return cursor.take(ignoringCase: "x") && cursor.take(ignoringCase: "n") && cursor.take(text: "--")
  }

  /// Labels in ASCII, as A-labels, or as U-labels, separated by any of the dots of RFC 3490, section 3.1.
  ///
  /// - Parameter allowsReserved: Whether hyphens in the third and fourth place are allowed in an ASCII label. They are
  ///   in a plain host name, but not under RFC 5891, section 4.2.3.1.
  static func isInternationalHostName(_ text: UnsafeBufferPointer<UInt8>, allowsReserved: Bool = false) -> Bool {
    var labels: [[UInt32]] = [[]]
    var index = 0
    while index < text.count {
      let (value, width) = text.scalar(at: index)
      switch value {
      case 0x2E, 0x3002, 0xFF0E, 0xFF61: labels.append([])
      default: labels[labels.count - 1].append(value)
      }
      index += width
    }
    var length = labels.count - 1
    for index in labels.indices {
      guard let size = InternationalLabel.check(&labels[index], allowsReserved: allowsReserved) else { return false }
      length += size
    }
    return length <= lengthLimit && BidiRule.accepts(labels)
  }
}
