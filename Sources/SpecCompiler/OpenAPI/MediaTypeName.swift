/// What a media type's name says of its bodies.
enum MediaTypeName {
  /// Whether such bodies are read: JSON, text, and ranges that hold them.
  static func isEnforced(_ name: String) -> Bool {
    let essence = essence(of: name)
    return isJSON(name) || essence.hasPrefix("text/") || essence == "*/*" || essence == "application/*"
  }

  /// Whether such bodies are JSON.
  static func isJSON(_ name: String) -> Bool {
    let essence = essence(of: name)
    return essence == "application/json" || essence.hasSuffix("+json") || essence == "text/json"
  }

  /// Whether it has the form `type/subtype`.
  static func isName(_ name: String) -> Bool {
    let parts = essence(of: name).split(separator: "/", omittingEmptySubsequences: false)
    return parts.count == 2 && parts.allSatisfy { !$0.isEmpty && !$0.contains(" ") }
  }

  private static func essence(of name: String) -> String {
    var essence = name.prefix { $0 != ";" }
    while essence.last == " " { essence.removeLast() }
    return String(essence)
  }
}
