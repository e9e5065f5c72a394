import DoubletContracts

/// What a request has of a parameter: its texts, or, where each member of an object is a parameter of its own, those.
struct SentParameter {
  /// A value as it was sent.
  struct Text {
    /// Without percent-encoding.
    var decoded: String
    /// As it stood in the request: a delimiter that was escaped can be told from one that was not.
    var raw: String
  }

  var texts: [Text] = []
  /// Members of an object, of `k[name]=v` and of exploded `form`.
  var members: [(name: String, value: String)] = []

  init(_ parameter: ServedParameter, _ call: Call, _ items: [QueryItem]) {
    let row = parameter.row
    switch row.location {
    case .path: texts = call.pathValues[row.name].map { [Text(decoded: $0, raw: $0)] } ?? []
    case .header: texts = call.request.headers[row.name].map { [Text(decoded: $0, raw: $0)] } ?? []
    case .cookie: texts = Cookies.value(row.name, in: call.request.headers).map { [Text(decoded: $0, raw: $0)] } ?? []
    case .query where parameter.typing.shape == .object && row.style == .deepObject:
      members = items.compactMap { item in
        guard item.name.hasPrefix("\(row.name)["), item.name.hasSuffix("]") else { return nil }
        return (String(item.name.dropFirst(row.name.count + 1).dropLast()), item.value)
      }
    case .query
    where parameter.typing.shape == .object && row.style == .form && row.isExploded && row.mediaType.isEmpty:
      members = items.filter { parameter.typing.memberTypes[$0.name] != nil }.map { ($0.name, $0.value) }
    case .query:
      texts = items.filter { $0.name == row.name }.map { Text(decoded: $0.value, raw: $0.rawValue) }
    }
  }
}
