/// The part of a server's URL that matters to a stand-in.
enum ServerPath {
  /// The path of the URL, without a closing slash; empty for the root. Variables of the path stay: a variable that
  /// stands for scheme, host or more is taken by its default.
  static func path(of url: String, default value: (String) -> String?) -> String {
    var rest = url[...]
    if rest.hasPrefix("{"), let end = rest.firstIndex(of: "}") {
      let name = String(rest[rest.index(after: rest.startIndex)..<end])
      rest = Substring((value(name) ?? "") + rest[rest.index(after: end)...])
    }
    if let slashes = firstSlashes(in: rest) {
      let host = rest[rest.index(slashes, offsetBy: 2)...]
      rest = host.firstIndex(of: "/").map { host[$0...] } ?? ""
    }
    rest = rest.prefix { $0 != "?" && $0 != "#" }
    while rest.hasSuffix("/") { rest = rest.dropLast() }
    if rest.hasPrefix("./") { rest = rest.dropFirst() }
    return rest.isEmpty || rest == "." ? "" : rest.hasPrefix("/") ? String(rest) : "/" + rest
  }

  /// Where `//` stands before a host: at the start, or behind a scheme.
  private static func firstSlashes(in text: Substring) -> Substring.Index? {
    if text.hasPrefix("//") { return text.startIndex }
    guard let colon = text.firstIndex(of: ":"), text[text.index(after: colon)...].hasPrefix("//") else { return nil }
    return text.index(after: colon)
  }
}
