/// Reading UTF-8 by code point, forwards and backwards.
///
/// The text comes from a JSON reader and is well-formed; should it not be, each stray byte counts as one U+FFFD, so a
/// search always ends and never reads out of bounds.
extension UnsafeBufferPointer<UInt8> {
  /// The code point that starts at `index`, and the number of its bytes.
  @inline(__always)
  func scalar(at index: Int) -> (value: UInt32, width: Int) {
    let first = self[index]
    return first < 0x80 ? (UInt32(first), 1) : multibyteScalar(at: index, first: first)
  }

  private func multibyteScalar(at index: Int, first: UInt8) -> (value: UInt32, width: Int) {
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index + width <= count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for offset in 1..<width {
      let byte = self[index + offset]
      guard byte & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(byte & 0x3F)
    }
    return (value, width)
  }

  /// The code point that ends just before `index`, and the number of its bytes.
  func scalar(before index: Int) -> (value: UInt32, width: Int) {
    var start = index - 1
    while start > 0, index - start < 4, self[start] & 0xC0 == 0x80 { start -= 1 }
    let decoded = scalar(at: start)
    return start + decoded.width == index ? decoded : (0xFFFD, 1)
  }
}
