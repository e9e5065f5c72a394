/// Paths with `*`, or a name in braces, for one segment and `**` for any number of them at the end.
enum PathPattern {
  /// Whether a path has the form of a pattern.
  static func matches(_ pattern: String, _ path: String) -> Bool {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false)
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false)
    for (index, part) in parts.enumerated() {
      if part == "**", index == parts.count - 1 { return index <= segments.count }
      guard index < segments.count, isAny(part) ? !segments[index].isEmpty : part == segments[index] else {
        return false
      }
    }
    return parts.count == segments.count
  }

  /// Whether a part of a pattern stands for any segment: `*`, or `{id}` as documents write it.
  static func isAny(_ part: Substring) -> Bool { part == "*" || (part.hasPrefix("{") && part.hasSuffix("}")) }

  /// What keeps a pattern from ever having the form of a path; nil where nothing does.
  static func mistake(_ pattern: String) -> String? {
    guard pattern.hasPrefix("/") else { return "must begin with '/'" }
    if pattern.contains("?") || pattern.contains("#") { return "is a path, without a query; use 'query' for that" }
    let parts = pattern.split(separator: "/", omittingEmptySubsequences: false).dropFirst()
    for (index, part) in parts.enumerated() where part.contains("*") && part != "*" {
      guard part == "**" else { return "has '*' inside of a segment; it stands for a whole one" }
      guard index == parts.count - 1 else { return "has '**' before its end; it stands for all the rest" }
    }
    return nil
  }
}

extension MemberReader {
  /// A pattern of paths.
  func pathPattern(_ name: String) throws(DecodingError) -> String? {
    guard let pattern = try string(name) else { return nil }
    if let mistake = PathPattern.mistake(pattern) { throw error(name, "\(mistake); is \"\(pattern)\"") }
    return pattern
  }
}
