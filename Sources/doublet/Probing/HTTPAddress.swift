/// The address of a server: `http://localhost:4010`, or with a sandbox's prefix `http://localhost:4010/~checkout-7`.
struct HTTPAddress: Hashable, CustomStringConvertible {
  /// The host name or address, without brackets.
  let host: String
  /// The port.
  let port: Int
  /// The path without a closing slash; mostly empty.
  let path: String

  /// Where `doublet serve` listens.
  static let `default` = HTTPAddress(host: "localhost", port: 4010, path: "")

  private init(host: String, port: Int, path: String) {
    self.host = host
    self.port = port
    self.path = path
  }

  /// Reads a URL; `http://` may be left out.
  init(_ text: String) throws(Mistake) {
    let rest = text.hasPrefix("http://") ? text.dropFirst(7) : text[...]
    guard !rest.contains("://") else { throw Mistake("must start with http://; Doublet speaks no other") }
    let slash = rest.firstIndex(of: "/") ?? rest.endIndex
    let authority = rest[..<slash]
    var path = rest[slash...]
    while path.hasSuffix("/") { path = path.dropLast() }
    // An IPv6 address stands in brackets, since it has colons of its own.
    let end = authority.lastIndex(of: "]").map { authority.index(after: $0) } ?? authority.startIndex
    let colon = authority[end...].firstIndex(of: ":")
    let host = authority[..<(colon ?? authority.endIndex)]
    var port = 80
    if let colon {
      guard let number = Int(authority[authority.index(after: colon)...]), (1...65_535).contains(number) else {
        throw Mistake("must have a port from 1 to 65535")
      }
      port = number
    }
    guard !host.isEmpty else { throw Mistake("must be a URL such as http://localhost:4010") }
    let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
    self.init(host: String(isBracketed ? host.dropFirst().dropLast() : host), port: port, path: String(path))
  }

  /// The authority as a `Host` field has it.
  var authority: String { "\(host.contains(":") ? "[\(host)]" : host):\(port)" }

  /// The URL.
  var description: String { "http://\(authority)\(path)" }
}
