/// Base 64 (RFC 4648): with its own alphabet in `Authorization: Basic`, with the one for URLs in tokens.
enum Base64 {
  /// The text that was encoded; nil when it is no Base 64 of UTF-8.
  static func decodeText(_ text: String) -> String? {
    decode(text, alphabet).flatMap { String(validating: $0, as: UTF8.self) }
  }

  /// The bytes of the encoding for URLs, section 5; nil when it is none.
  static func decodeURL(_ text: some StringProtocol) -> [UInt8]? { decode(text, urlAlphabet) }

  private static func decode(_ text: some StringProtocol, _ alphabet: [UInt8]) -> [UInt8]? {
    var bytes: [UInt8] = []
    var (bits, count) = (UInt32(0), 0)
    var padding = 0
    for byte in text.utf8 {
      if byte == UInt8(ascii: "=") {
        padding += 1
        continue
      }
      guard padding == 0, let digit = alphabet.firstIndex(of: byte) else { return nil }
      bits = bits << 6 | UInt32(digit)
      count += 6
      if count >= 8 {
        count -= 8
        bytes.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return padding <= 2 && count < 6 ? bytes : nil
  }

  /// The text encoded.
  static func encode(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var encoded: [UInt8] = []
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = bytes[start..<min(start + 3, bytes.count)]
      let bits = (0..<3).reduce(UInt32(0)) { $0 << 8 | UInt32($1 < group.count ? group[start + $1] : 0) }
      for place in 0...3 {
        encoded.append(place > group.count ? UInt8(ascii: "=") : alphabet[Int(bits >> UInt32(18 - 6 * place)) & 63])
      }
    }
    return String(decoding: encoded, as: UTF8.self)
  }

  private static let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
  private static let alphabet = Array("\(letters)+/".utf8)
  private static let urlAlphabet = Array("\(letters)-_".utf8)
}
