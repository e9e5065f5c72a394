import DoubletContracts

/// A request while it is put together: the places that parameters, credentials and bodies write to.
struct RequestParts {
  /// What stands for each name of the path template, escaped.
  var path: [String: String] = [:]
  /// `name=value` each, escaped.
  var query: [String] = []
  var headers = Headers()
  /// `name=value` each.
  var cookies: [String] = []
  var body: [UInt8] = []

  /// The request for an operation; nil where a value of its path is empty, which makes it another path.
  func request(_ method: String, _ template: String) -> Request? {
    var path = ""
    for segment in PathSegment.segments(of: template) {
      path += "/"
      switch segment {
      case .literal(let text): path += PercentEncoding.encodeSegment(text)
      case .capture(let name):
        guard let value = value(of: name) else { return nil }
        path += value
      case .mixed(let parts):
        for part in parts {
          switch part {
          case .literal(let text): path += PercentEncoding.encodeSegment(text)
          case .capture(let name):
            guard let value = value(of: name) else { return nil }
            path += value
          }
        }
      }
    }
    var headers = headers
    if !cookies.isEmpty { headers.append("Cookie", cookies.joined(separator: "; ")) }
    let target = query.isEmpty ? path : "\(path)?\(query.joined(separator: "&"))"
    return Request(method, target, headers: headers, body: body)
  }

  /// A name that no parameter declares takes any value.
  private func value(of name: String) -> String? {
    let value = path[name] ?? "1"
    return value.isEmpty ? nil : value
  }
}
