/// What the absolute links of an answer begin with, in its parts: two requests that came by the same way are told by them,
/// and nothing has to be joined for that.
struct LinkBase: Sendable, Hashable {
  var host: String?
  /// The name of the sandbox, where it stands in the path.
  var prefix: String?
  /// The part of the path that is the server's.
  var serverPath: String

  /// The base as it stands in links: `http://localhost:8080/~box/v1`.
  var text: String {
    let host = host ?? "localhost"
    let length = 9 + host.utf8.count + (prefix?.utf8.count ?? 0) + serverPath.utf8.count
    return String(byteCount: length) { text in
      text.append("http://")
      text.append(host)
      if let prefix {
        text.append("/~")
        text.append(prefix)
      }
      text.append(serverPath)
    }
  }

  /// Bytes of its texts.
  var byteCount: Int { (host?.utf8.count ?? 0) + (prefix?.utf8.count ?? 0) + serverPath.utf8.count }
}
