/// One segment of a path template.
enum PathSegment: Hashable {
  /// `customers`: text that must be there as it stands.
  case literal(String)
  /// `{id}`: a whole segment.
  case capture(String)
  /// `{year}-{month}.json`: text and captures in turn.
  case mixed([Part])

  enum Part: Hashable {
    case literal(String)
    case capture(String)
  }

  /// The segments of `/customers/{id}`. A literal is percent-decoded, as the paths it is compared with are.
  static func segments(of template: String) -> [PathSegment] {
    template.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map { PathSegment($0) }
  }

  init(_ text: Substring) {
    var parts: [Part] = []
    var rest = text
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      if open > rest.startIndex { parts.append(.literal(PathSegment.decoding(rest[..<open]))) }
      parts.append(.capture(String(rest[rest.index(after: open)..<close])))
      rest = rest[rest.index(after: close)...]
    }
    if !rest.isEmpty || parts.isEmpty { parts.append(.literal(PathSegment.decoding(rest))) }
    self =
      switch (parts.count, parts[0]) {
      case (1, .literal(let text)): .literal(text)
      case (1, .capture(let name)): .capture(name)
      default: .mixed(parts)
      }
  }

  /// The names it captures, in order.
  var names: [String] {
    switch self {
    case .literal: []
    case .capture(let name): [name]
    case .mixed(let parts): parts.compactMap { if case .capture(let name) = $0 { name } else { nil } }
    }
  }

  /// The segment with the names of its captures taken off: two templates of one shape match the same requests.
  var shape: PathSegment {
    switch self {
    case .literal: self
    case .capture: .capture("")
    case .mixed(let parts): .mixed(parts.map { if case .capture = $0 { .capture("") } else { $0 } })
    }
  }

  /// The values that a decoded segment of a path gives the captures of a mixed segment; nil when it does not match.
  /// A capture takes as little as it can and at least one byte; the last literal stands at the end. So nothing is tried
  /// twice, however long the segment is.
  static func values(of parts: ArraySlice<Part>, in text: Substring) -> [String]? {
    let bytes = Array(text.utf8)
    var values: [String] = []
    var offset = 0
    var isCapturing = false
    for (index, part) in parts.enumerated() {
      guard case .literal(let text) = part else {
        // Of two captures side by side the first takes one character.
        if isCapturing {
          guard let character = String(decoding: bytes[offset...], as: UTF8.self).unicodeScalars.first else {
            return nil
          }
          values.append(String(character))
          offset += String(character).utf8.count
        }
        isCapturing = true
        continue
      }
      let literal = Array(text.utf8)
      let isLast = index == parts.count - 1
      let earliest = offset + (isCapturing ? 1 : 0)
      let latest = bytes.count - literal.count
      let start =
        !isCapturing
        ? offset
        : isLast ? latest : (earliest..<max(earliest, latest + 1)).first { bytes[$0...].starts(with: literal) } ?? -1
      guard start >= earliest, start <= latest, bytes[start...].starts(with: literal) else { return nil }
      if isCapturing { values.append(String(decoding: bytes[offset..<start], as: UTF8.self)) }
      offset = start + literal.count
      isCapturing = false
    }
    if isCapturing {
      guard offset < bytes.count else { return nil }
      values.append(String(decoding: bytes[offset...], as: UTF8.self))
      offset = bytes.count
    }
    return offset == bytes.count ? values : nil
  }

  private static func decoding(_ text: Substring) -> String { PercentEncoding.decode(String(text)) ?? String(text) }
}
