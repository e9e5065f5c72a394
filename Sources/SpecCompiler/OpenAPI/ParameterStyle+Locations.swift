import DoubletContracts

extension ParameterLocation {
  /// The styles that a parameter here can have, its default first (OpenAPI 3.1, section 4.8.12.2).
  var styles: [ParameterStyle] {
    switch self {
    case .path: [.simple, .label, .matrix]
    case .query: [.form, .spaceDelimited, .pipeDelimited, .deepObject]
    case .header: [.simple]
    case .cookie: [.form, .cookie]
    case .querystring: [.form]
    }
  }
}
