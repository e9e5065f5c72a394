import DoubletContracts

extension ParameterRow {
  /// Whether every element of an array is written by itself: `k=a&k=b`.
  var repeatsArrays: Bool { (location == .query || location == .cookie) && style != .deepObject && isExploded }

  /// The value without what its style puts before it: `.` of `label`, `;name=` of `matrix`. Nil where that is not there.
  func withoutPrefix(_ text: SentParameter.Text, _ shape: TextTyping.Shape) -> SentParameter.Text? {
    let prefix: String
    switch style {
    case .label: prefix = "."
    case .matrix where text.decoded == ";\(name)": return SentParameter.Text("")
    // The members of an exploded object stand for themselves: `;r=1;g=2`.
    case .matrix: prefix = shape == .object && isExploded ? ";" : ";\(name)="
    default: return text
    }
    guard text.decoded.hasPrefix(prefix) else { return nil }
    let rest = String(text.decoded.dropFirst(prefix.count))
    // Where the prefix itself came escaped, what was escaped behind it cannot be told any more.
    return SentParameter.Text(
      decoded: rest,
      raw: text.raw.hasPrefix(prefix) ? String(text.raw.dropFirst(prefix.count)) : rest
    )
  }

  /// The elements of an array. Nil where they are not written as the style asks.
  func elements(of text: SentParameter.Text) -> [String]? {
    guard !text.decoded.isEmpty else { return [] }
    if repeatsArrays, style == .form || style == .cookie { return [text.decoded] }
    let elements = split(text)
    // An exploded matrix names the parameter before every element: `;k=a;k=b`.
    guard style == .matrix, isExploded else { return elements }
    guard elements.dropFirst().allSatisfy({ $0.hasPrefix("\(name)=") }) else { return nil }
    return elements.prefix(1) + elements.dropFirst().map { String($0.dropFirst(name.count + 1)) }
  }

  /// The members of an object: `k=v` each where it is exploded, else names and values in turn. Nil where they are not.
  func members(of text: SentParameter.Text) -> [(name: String, value: String)]? {
    guard !text.decoded.isEmpty else { return [] }
    let parts = split(text)
    if isExploded {
      var members: [(name: String, value: String)] = []
      for part in parts {
        guard let mark = part.firstIndex(of: "=") else { return nil }
        members.append((String(part[..<mark]), String(part[part.index(after: mark)...])))
      }
      return members
    }
    guard parts.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: parts.count, by: 2).map { (parts[$0], parts[$0 + 1]) }
  }

  /// Splits where the style's delimiter stands unescaped. Where it stands escaped only, as clients that escape every
  /// reserved character send it, it is split there.
  private func split(_ text: SentParameter.Text) -> [String] {
    if text.raw != text.decoded, text.raw.contains(delimiter) {
      return text.raw.split(separator: delimiter, omittingEmptySubsequences: false).map { part in
        location == .query ? PercentEncoding.decodeForm(String(part)) : PercentEncoding.decode(String(part)) ?? ""
      }
    }
    let parts = text.decoded.split(separator: delimiter, omittingEmptySubsequences: false)
    // A list in a header field may have white space around its elements (RFC 9110, section 5.6.1).
    guard location == .header else { return parts.map(String.init) }
    return parts.map(\.trimmingBlanks)
  }

  private var delimiter: Character {
    switch style {
    case .spaceDelimited: " "
    case .pipeDelimited: "|"
    case .label where isExploded: "."
    case .matrix where isExploded: ";"
    default: ","
    }
  }
}
