/// The text of a size: bytes, or a number with KiB, MiB or GiB.
enum SizeOption {
  private static let units = ["": 1, "B": 1, "KiB": 1 << 10, "MiB": 1 << 20, "GiB": 1 << 30]

  /// Reads the text.
  static func bytes(_ text: String) throws(Mistake) -> Int {
    let digits = text.prefix { $0.isASCII && $0.isNumber }
    guard let count = Int(digits), let unit = units[String(text.dropFirst(digits.count))],
      case let (bytes, overflows) = count.multipliedReportingOverflow(by: unit), !overflows
    else { throw Mistake("must be a number with B, KiB, MiB or GiB, such as 64MiB") }
    return bytes
  }
}
