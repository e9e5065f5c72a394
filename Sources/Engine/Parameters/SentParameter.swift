import DoubletContracts

/// What a request has of a parameter: its texts, or, where each member of an object is written by itself, those.
struct SentParameter {
  /// A value as it was sent.
  struct Text {
    /// Without percent-encoding.
    var decoded: String
    /// As it stood in the request: a delimiter that was escaped can be told from one that was not.
    var raw: String

    init(decoded: String, raw: String) {
      self.decoded = decoded
      self.raw = raw
    }

    /// A text that knows no percent-encoding.
    init(_ text: String) { self.init(decoded: text, raw: text) }
  }

  var texts: [Text] = []
  /// Members of an object that stand by themselves, `R=100&G=200`.
  var members: [(name: String, value: String)] = []
  /// Members of a deep object.
  var deep: [DeepValue.Member] = []

  /// What a request has of one of its operation's parameters.
  init(_ parameter: ServedParameter, _ call: Call, _ items: [QueryItem], _ names: QueryNames) {
    let row = parameter.row
    switch row.location {
    case .path: self.init(PathTexts.text(of: parameter, call))
    case .header: self.init(call.request.headers[row.name].map { Text($0) })
    case .cookie: self.init(parameter, cookies: Cookies.pairs(in: call.request.headers))
    case .query: self.init(parameter, items, names)
    case .querystring: self.init(call.target.query.map { Text(decoded: PercentEncoding.decode($0) ?? $0, raw: $0) })
    }
  }

  /// What a query or a form has of a parameter or a field. Members without a name in the schema are those that nobody
  /// else claims.
  init(_ parameter: ServedParameter, _ items: [QueryItem], _ names: QueryNames) {
    let row = parameter.row
    guard row.style != .deepObject else {
      self.init(deep: row.name, items)
      return
    }
    self.init(nil)
    if parameter.spreadsMembers {
      let takesOthers = parameter.typing.outline.takesOthers
      members = items.filter { parameter.typing.names($0.name) || takesOthers && !names.claims($0.name) }
        .map { ($0.name, $0.value) }
    } else {
      texts = items.filter { $0.name == row.name }.map { Text(decoded: $0.value, raw: $0.rawValue) }
    }
  }

  /// The members of a deep object.
  init(deep name: String, _ items: [QueryItem]) {
    deep = items.compactMap { item in
      DeepName.members(of: item.name, below: name).map { DeepValue.Member(path: $0[...], text: item.value) }
    }
  }

  /// One text that knows no percent-encoding.
  init(_ text: String) { self.init(Text(text)) }

  private init(_ text: Text?) { texts = text.map { [$0] } ?? [] }

  private init(_ parameter: ServedParameter, cookies: [(name: String, value: String)]) {
    let row = parameter.row
    // Only `form` escapes (OpenAPI 3.2, appendix D): a cookie has its value as it stands.
    func text(_ value: String) -> Text {
      row.style == .form ? Text(decoded: PercentEncoding.decode(value) ?? value, raw: value) : Text(value)
    }
    if parameter.spreadsMembers {
      members = cookies.filter { parameter.typing.names($0.name) }.map { ($0.name, text($0.value).decoded) }
      return
    }
    for cookie in cookies where cookie.name == row.name {
      // `form` joins the elements of an exploded array by `&k=`, which a cookie can hold.
      let parts =
        row.repeatsArrays && parameter.typing.shape == .array ? cookie.value.parts(by: "&\(row.name)=") : [cookie.value]
      texts += parts.map(text)
    }
  }
}

extension String {
  /// The parts between the places where `separator` stands.
  fileprivate func parts(by separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }
}
