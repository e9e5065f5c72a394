/// A media type or range (RFC 9110, section 8.3.1), as `Content-Type`, `Accept` and OpenAPI's `content` write it.
public struct MediaType: Sendable, Hashable, CustomStringConvertible {
  /// The type in lower case; `*` for any.
  public var type: String
  /// The subtype in lower case; `*` for any.
  public var subtype: String
  /// The parameters in order, names in lower case, without `q`.
  public var parameters: [Parameter]
  /// The weight of a range in `Accept`, in thousandths.
  public var weight: Int

  /// A parameter of a media type.
  public struct Parameter: Sendable, Hashable {
    /// The name in lower case.
    public var name: String
    /// The value, unquoted.
    public var value: String
  }

  /// A type without parameters.
  init(type: String, subtype: String) {
    (self.type, self.subtype, parameters, weight) = (type, subtype, [], 1000)
  }

  /// Reads a media type; nil when it has no `/`.
  public init?(_ text: String) {
    // What nearly every message of an API has is not taken apart.
    if text == "application/json" {
      (type, subtype, parameters, weight) = ("application", "json", [], 1000)
      return
    }
    let parts = MediaType.split(text, at: UInt8(ascii: ";"))
    let essence = parts[0].utf8
    guard let slash = essence.firstIndex(of: UInt8(ascii: "/")),
      !essence[essence.index(after: slash)...].contains(UInt8(ascii: "/"))
    else { return nil }
    type = parts[0][..<slash].trimmingBlanks.lowercased()
    subtype = parts[0][essence.index(after: slash)...].trimmingBlanks.lowercased()
    guard !type.isEmpty, !subtype.isEmpty, !type.utf8.contains(0x20), !subtype.utf8.contains(0x20) else { return nil }
    parameters = []
    weight = 1000
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { continue }
      let name = pair[0].trimmingBlanks.lowercased()
      var value = pair[1].trimmingBlanks
      if value.hasPrefix("\""), value.hasSuffix("\""), value.count > 1 { value = String(value.dropFirst().dropLast()) }
      if name == "q" {
        weight = MediaType.thousandths(value)
      } else {
        parameters.append(Parameter(name: name, value: value))
      }
    }
  }

  /// The ranges of an `Accept` field, heaviest first, the more specific first among equals; those of weight 0 last.
  public static func accepted(_ field: String) -> [MediaType] {
    split(field, at: UInt8(ascii: ",")).compactMap { MediaType(String($0)) }.enumerated()
      .sorted {
        ($1.element.weight, $1.element.closeness, $0.offset) < ($0.element.weight, $0.element.closeness, $1.offset)
      }
      .map(\.element)
  }

  /// Whether this range holds a type: `text/*` holds `text/plain`. Parameters of the range must be the type's, `charset`
  /// aside.
  public func holds(_ other: MediaType) -> Bool {
    guard type == "*" || type == other.type else { return false }
    guard subtype == "*" || subtype == other.subtype else { return false }
    return parameters.allSatisfy { parameter in
      parameter.name == "charset"
        || other.parameters.contains { $0.name == parameter.name && $0.value == parameter.value }
    }
  }

  /// Whether it is that of JSON:API.
  var isJSONAPI: Bool { type == "application" && subtype == "vnd.api+json" }

  /// Whether a body of this type is JSON (RFC 6839, section 3.1).
  public var isJSON: Bool { subtype == "json" || subtype.hasSuffix("+json") }

  /// The value of a parameter.
  public func parameter(_ name: String) -> String? { parameters.first { $0.name == name }?.value }

  /// How closely a range says what it holds.
  var closeness: Int { (type == "*" ? 0 : 1) + (subtype == "*" ? 0 : 1) + parameters.count }

  /// As a header field has it.
  public var description: String {
    "\(type)/\(subtype)" + parameters.map { ";\($0.name)=\($0.value)" }.joined()
  }

  private static func thousandths(_ text: String) -> Int {
    let parts = text.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    // Whatever is more than 1 counts as 1, however many digits a client sends.
    let whole = parts[0].allSatisfy("0123456789".contains) && parts[0].contains { $0 != "0" } ? 1 : 0
    let fraction = parts.count == 2 ? (Int((String(parts[1]) + "000").prefix(3)) ?? 0) : 0
    return min(1000, max(0, whole * 1000 + fraction))
  }

  /// Splits at a separator that does not stand in quotes; at least one part.
  private static func split(_ text: String, at separator: UInt8) -> [Substring] {
    var parts: [Substring] = []
    var isQuoted = false
    var start = text.startIndex
    for index in text.utf8.indices {
      let byte = text.utf8[index]
      if byte == UInt8(ascii: "\"") { isQuoted.toggle() }
      guard byte == separator, !isQuoted else { continue }
      parts.append(text[start..<index])
      start = text.utf8.index(after: index)
    }
    parts.append(text[start...])
    return parts
  }
}
