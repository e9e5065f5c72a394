/// The encoding of Unicode labels in ASCII (RFC 3492), without the `xn--` prefix.
enum Punycode {
  private static let base: UInt32 = 36
  private static let minimumThreshold: UInt32 = 1
  private static let maximumThreshold: UInt32 = 26
  private static let initialBias: UInt32 = 72
  private static let initialCodePoint: UInt32 = 0x80

  /// The code points of an encoded, lower-case label; nil when it is malformed (section 6.2).
  static func decode(_ input: [UInt32]) -> [UInt32]? {
    let delimiter = input.lastIndex(of: 0x2D)
    var output = Array(input[..<(delimiter ?? 0)])
    var index = delimiter.map { $0 + 1 } ?? 0
    var codePoint = initialCodePoint
    var bias = initialBias
    var position: UInt32 = 0
    while index < input.count {
      let start = position
      var weight: UInt32 = 1
      var threshold = base
      while true {
        guard index < input.count, let digit = value(of: input[index]) else { return nil }
        index += 1
        let (term, termOverflow) = digit.multipliedReportingOverflow(by: weight)
        let (sum, sumOverflow) = position.addingReportingOverflow(term)
        if termOverflow || sumOverflow { return nil }
        position = sum
        if digit < self.threshold(threshold, bias) { break }
        let (next, overflow) = weight.multipliedReportingOverflow(by: base - self.threshold(threshold, bias))
        if overflow { return nil }
        weight = next
        threshold += base
      }
      let count = UInt32(output.count + 1)
      bias = adapt(position - start, count: count, isFirst: start == 0)
      let (next, overflow) = codePoint.addingReportingOverflow(position / count)
      if overflow || Unicode.Scalar(next) == nil { return nil }
      codePoint = next
      position %= count
      output.insert(codePoint, at: Int(position))
      position += 1
    }
    return output
  }

  /// The encoding of a label; nil when it does not fit the arithmetic (section 6.3).
  static func encode(_ input: [UInt32]) -> [UInt32]? {
    var output = input.filter { $0 < 0x80 }
    let basicCount = UInt32(output.count)
    if basicCount > 0 { output.append(0x2D) }
    var handled = basicCount
    var codePoint = initialCodePoint
    var bias = initialBias
    var delta: UInt32 = 0
    while handled < input.count {
      guard let next = input.lazy.filter({ $0 >= codePoint }).min() else { return nil }
      let (step, stepOverflow) = (next - codePoint).multipliedReportingOverflow(by: handled + 1)
      let (sum, sumOverflow) = delta.addingReportingOverflow(step)
      if stepOverflow || sumOverflow { return nil }
      delta = sum
      codePoint = next
      for value in input {
        if value < codePoint { delta += 1 }
        guard value == codePoint else { continue }
        append(delta, bias, to: &output)
        bias = adapt(delta, count: handled + 1, isFirst: handled == basicCount)
        delta = 0
        handled += 1
      }
      delta += 1
      codePoint += 1
    }
    return output
  }

  /// Writes a number in the variable-length form of section 3.3.
  private static func append(_ number: UInt32, _ bias: UInt32, to output: inout [UInt32]) {
    var rest = number
    var place = base
    while true {
      let threshold = threshold(place, bias)
      if rest < threshold { break }
      output.append(digit(threshold + (rest - threshold) % (base - threshold)))
      rest = (rest - threshold) / (base - threshold)
      place += base
    }
    output.append(digit(rest))
  }

  /// The threshold of the digit at a place, which is a multiple of the base.
  private static func threshold(_ place: UInt32, _ bias: UInt32) -> UInt32 {
    place <= bias + minimumThreshold ? minimumThreshold : min(place - bias, maximumThreshold)
  }

  /// The bias for the next number (section 6.1).
  private static func adapt(_ delta: UInt32, count: UInt32, isFirst: Bool) -> UInt32 {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var place: UInt32 = 0
    while delta > (base - minimumThreshold) * maximumThreshold / 2 {
      delta /= base - minimumThreshold
      place += base
    }
    return place + (base - minimumThreshold + 1) * delta / (delta + 38)
  }

  private static func value(of character: UInt32) -> UInt32? {
    switch character {
    case 0x61...0x7A: character - 0x61
    case 0x30...0x39: character - 0x30 + 26
    default: nil
    }
  }

  private static func digit(_ value: UInt32) -> UInt32 {
    value < 26 ? value + 0x61 : value - 26 + 0x30
  }
}
