import DoubletJSON

/// The core schema of YAML 1.2 (section 10.3.2): what a plain scalar means. All that is not listed there is a string, so
/// `NO`, `on`, `12:30:45` and `2020-01-01` are.
enum YAMLScalar {
  /// What a plain scalar of that text is, or why it cannot be a JSON value.
  static func content(ofPlain text: String) -> Result<SourceNode.Content, Refusal> {
    switch text {
    case "", "~", "null", "Null", "NULL": return .success(.null)
    case "true", "True", "TRUE": return .success(.bool(true))
    case "false", "False", "FALSE": return .success(.bool(false))
    case ".nan", ".NaN", ".NAN", ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF":
      return .failure(Refusal(message: "'\(text)' is no JSON number; write a finite number, or quote the string"))
    default: break
    }
    // What starts like no number is none.
    guard let first = text.utf8.first, "+-.0123456789".utf8.contains(first) else { return .success(.string(text)) }
    if let number = number(text) { return .success(.number(number)) }
    if isRadix(text) {
      return .failure(Refusal(message: "'\(text)' is too large; write it as a decimal number"))
    }
    return .success(.string(text))
  }

  /// Why a scalar has no JSON value.
  struct Refusal: Error {
    var message: String
  }

  /// The number, in JSON's digits where the text's own are JSON's.
  private static func number(_ text: String) -> JSONNumber? {
    if let number = JSONNumber(text: text) { return number }
    if text.hasPrefix("0x") { return Int(text.dropFirst(2), radix: 16).flatMap(unsigned) }
    if text.hasPrefix("0o") { return Int(text.dropFirst(2), radix: 8).flatMap(unsigned) }
    return JSONNumber(text: normalized(text))
  }

  private static func unsigned(_ value: Int) -> JSONNumber? { value < 0 ? nil : JSONNumber(value) }

  private static func isRadix(_ text: String) -> Bool {
    guard let radix = text.hasPrefix("0x") ? 16 : text.hasPrefix("0o") ? 8 : nil, text.utf8.count > 2 else {
      return false
    }
    return text.dropFirst(2).allSatisfy { $0.hexDigitValue.map { $0 < radix } ?? false }
  }

  /// `+1` as `1`, `007` as `7`, `.5` as `0.5`, `1.` as `1.0`; other texts become no number either.
  private static func normalized(_ text: String) -> String {
    var rest = text[...]
    var sign = ""
    if rest.hasPrefix("-") || rest.hasPrefix("+") {
      sign = rest.removeFirst() == "-" ? "-" : ""
    }
    let whole = rest.prefix { ("0"..."9").contains($0) }
    rest = rest.dropFirst(whole.count)
    var digits = String(whole.drop { $0 == "0" })
    if digits.isEmpty { digits = "0" }
    guard rest.first == "." else { return whole.isEmpty ? text : sign + digits + rest }
    let fraction = rest.dropFirst().prefix { ("0"..."9").contains($0) }
    guard !(whole.isEmpty && fraction.isEmpty) else { return text }
    rest = rest.dropFirst(1 + fraction.count)
    return sign + digits + "." + (fraction.isEmpty ? "0" : fraction) + rest
  }
}
