import DoubletContracts

/// Strings of the formats that the validator asserts.
enum FormatSamples {
  /// Strings of a format, the plainest first, some of them as long or short as a demand asks.
  static func strings(
    _ format: Format,
    _ demand: StringDemand,
    variety: Int,
    _ random: inout RandomStream
  ) -> [String] {
    let mark = variety == 0 ? "" : String(variety)
    let missing = max(0, min(demand.least, StringDemand.longest) - 24)
    let padding = String(repeating: "a", count: missing)
    switch format {
    case .dateTime: return [moment(variety), "2026-01-31T12:00:00." + String(repeating: "0", count: missing + 4) + "Z"]
    case .date: return [day(variety)]
    case .time: return ["\(clock(variety))Z", "\(clock(variety)).\(String(repeating: "0", count: missing + 4))Z"]
    case .duration: return ["PT\(variety + 1)H", "P\(variety + 1)D", "P1Y2M3DT4H5M6S"]
    case .dateTimeLocal: return ["\(day(variety))T\(clock(variety))"]
    case .timeLocal: return [clock(variety)]
    case .httpDate: return ["Sat, 31 Jan 2026 \(clock(variety)) GMT"]
    case .email, .idnEmail:
      let long = String(repeating: "a", count: min(64, max(1, demand.least - 12))) + "@" + labels(demand.least - 65)
      return ["ada\(mark)@example.com", "a\(mark)@b.co", "a@b", long]
    case .hostname, .idnHostname: return ["host\(mark).example.com", "a\(mark)", labels(demand.least)]
    case .ipv4: return ["192.0.2.\(1 + variety % 254)", "1.1.1.\(variety % 10)", "100.100.100.100"]
    case .ipv6: return ["2001:db8::\(String(1 + variety % 65_000, radix: 16))", "::\(variety % 10)", "::"]
    case .uri, .iri:
      return ["https://example.com/\(mark)", "https://example.com/\(padding)aaaa\(mark)", "a:\(mark)"]
    case .uriReference, .iriReference:
      return ["/things/\(variety + 1)", "/things/\(padding)aaaaaaaaaaaaaaa", "\(variety % 10)"]
    case .uriTemplate: return ["/things\(mark)/{id}", "/\(padding)aaaaaaaaaaaaaaaaaaaaaaaa", "a"]
    case .uuid: return [uuid(variety, &random)]
    case .jsonPointer: return ["/name\(mark)", "/\(padding)aaaaaaaaaaaaaaaaaaaaaaaa", ""]
    case .relativeJSONPointer: return ["\(variety % 10)/name", "0", "0/\(padding)aaaaaaaaaaaaaaaaaaaaaa"]
    case .regex: return ["^[a-z]+\(mark)$", "a", "\(padding)aaaaaaaaaaaaaaaaaaaaaaaa"]
    case .byte: return ["c2FtcGxl", base64(of: demand.least, variety), base64(of: demand.most, variety), "", "QQ=="]
    case .base64url: return ["c2FtcGxl", base64(of: demand.least, variety), base64(of: demand.most, variety), "", "QQ"]
    case .char: return [String(UnicodeScalar(UInt8(97 + variety % 26)))]
    case .mediaRange:
      return ["application/json", "text/plain", "*/*", "a/b", "text/\(padding)aaaaaaaaaaaaaaaaaaaaaaaa"]
    default: return []
    }
  }

  /// A moment, a day later for each variety.
  static func moment(_ variety: Int) -> String { "\(day(variety))T12:00:00Z" }

  /// A day.
  static func day(_ variety: Int) -> String {
    guard variety > 0 else { return "2026-01-31" }
    let number = variety % (28 * 12 * 20)
    return "\(2026 - number / (28 * 12))-\(two(1 + number / 28 % 12))-\(two(1 + number % 28))"
  }

  private static func clock(_ variety: Int) -> String { "\(two((12 + variety / 60) % 24)):\(two(variety % 60)):00" }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// A host name of about a length.
  private static func labels(_ length: Int) -> String {
    var name = "example.com"
    while name.count < length {
      name = String(repeating: "a", count: min(50, max(1, length - name.count - 1))) + "." + name
    }
    return name
  }

  /// Base64 of at most a length, a multiple of four.
  private static func base64(of length: Int, _ variety: Int) -> String {
    let groups = length < 1_000 ? length / 4 : 0
    let needed = length < 1_000 ? groups + (length % 4 == 0 ? 0 : 1) : 2
    return String(repeating: variety % 2 == 0 ? "QUFB" : "QkJC", count: max(groups, min(needed, 200)))
  }

  /// A UUID of version 4.
  private static func uuid(_ variety: Int, _ random: inout RandomStream) -> String {
    guard variety > 0 else { return "3f8a6c1e-5b7d-4e2a-9c4f-1d2e3b4a5c6d" }
    return random.uuid(variant: "a")
  }
}
