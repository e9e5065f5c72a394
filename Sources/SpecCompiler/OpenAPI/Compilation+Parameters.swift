import DoubletContracts

extension Compilation {
  /// The parameters of an operation: those of its path item, each replaced by the operation's own of the same name and
  /// place, and then its others.
  func parameters(of operation: Located, in item: Located) -> [ParameterRow] {
    var rows = parameters(of: item)
    for own in parameters(of: operation) {
      if let index = rows.firstIndex(where: { $0.isSame(as: own) }) { rows[index] = own } else { rows.append(own) }
    }
    return rows
  }

  private func parameters(of object: Located) -> [ParameterRow] {
    var rows: [ParameterRow] = []
    for element in list(object, "parameters") ?? [] {
      guard let row = parameterRow(of: element) else { continue }
      if rows.contains(where: { $0.isSame(as: row) }) {
        mistake(
          "parameters",
          of: row.name,
          "the \(row.location.rawValue) parameter '\(row.name)' is here a second time",
          at: element.node
        )
      } else {
        rows.append(row)
      }
    }
    if let whole = rows.first(where: { $0.location == .querystring }), rows.contains(where: { $0.location == .query }) {
      diagnostics.warning("'\(whole.name)' is the whole query, so no other parameter can be in it", at: whole.position)
    }
    return rows
  }

  /// One parameter, or the one that it refers to.
  func parameterRow(of element: Located) -> ParameterRow? {
    guard let parameter = object(element, .parameter) else { return nil }
    guard let name = string(parameter, "name"), let location = location(of: parameter) else {
      if parameter.node["name"] == nil { mistake("parameters", "a parameter needs a 'name'", at: parameter.node) }
      return nil
    }
    if location == .header, ["accept", "content-type", "authorization"].contains(name.lowercased()) {
      unenforced.within("header") {
        unenforced.note(
          "parameters",
          of: name,
          because: "OpenAPI ignores a parameter for this header: 'content' and 'security' speak of it",
          at: parameter.position
        )
      }
      return nil
    }
    var isRequired = flag(parameter, "required")
    if location == .path, !isRequired {
      if let node = parameter.node["required"] {
        diagnostics.warning("a path parameter is always there: write 'required: true'", at: node)
      }
      isRequired = true
    }
    checkInferred(parameter)
    checkQuerystring(parameter, location)
    unenforced.within(location.rawValue) { checkAllowances(of: parameter, in: location) }
    let style = style(of: parameter, in: location)
    let value = unenforced.within(location.rawValue) { self.value(of: parameter, named: name, in: location) }
    return ParameterRow(
      name: name,
      location: location,
      isRequired: isRequired,
      style: style,
      isExploded: parameter.node["explode"] == nil
        ? style == .form || style == .deepObject || style == .cookie : flag(parameter, "explode"),
      allowsReserved: flag(parameter, "allowReserved"),
      allowsEmpty: location == .query && flag(parameter, "allowEmptyValue"),
      schema: value.schema,
      mediaType: value.mediaType,
      encodings: value.encodings,
      isDeprecated: flag(parameter, "deprecated"),
      position: parameter.position
    )
  }

  private func checkAllowances(of parameter: Located, in location: ParameterLocation) {
    if flag(parameter, "allowEmptyValue"), location != .query, let node = parameter.node["allowEmptyValue"] {
      diagnostics.warning("'allowEmptyValue' means something in query parameters only", at: node)
    }
    if let node = parameter.node["allowReserved"], location != .query {
      diagnostics.warning("'allowReserved' means something in query parameters only", at: node)
    }
    if parameter.node["example"] != nil, let examples = parameter.node["examples"] {
      diagnostics.warning("'example' and 'examples' exclude each other; write one of them", at: examples)
    }
  }

  private func checkQuerystring(_ parameter: Located, _ location: ParameterLocation) {
    guard location == .querystring else { return }
    if version < .v3_2, let node = parameter.node["in"] {
      diagnostics.warning("'in: querystring' is OpenAPI 3.2; write 'openapi: 3.2.0'", at: node)
    }
    for key in ["schema", "style", "explode", "allowReserved"] {
      guard let node = parameter.node[key] else { continue }
      diagnostics.warning("a parameter 'in: querystring' has 'content', and no '\(key)'", at: node)
    }
  }

  private func location(of parameter: Located) -> ParameterLocation? {
    guard let node = parameter.node["in"] else {
      mistake("parameters", "a parameter needs 'in': path, query, header or cookie", at: parameter.node)
      return nil
    }
    if let location = node.string.flatMap(ParameterLocation.init(rawValue:)) { return location }
    mistake(
      "parameters",
      of: parameter.node["name"]?.string ?? "",
      "no parameter is in '\(node.string ?? node.kindName)'; write path, query, header or cookie",
      at: node
    )
    return nil
  }

  func style(of parameter: Located, in location: ParameterLocation) -> ParameterStyle {
    let styles = location.styles
    guard let node = parameter.node["style"] else { return styles[0] }
    guard let style = node.string.flatMap(ParameterStyle.init(rawValue:)) else {
      mistake(
        "style",
        of: parameter.node["name"]?.string ?? "",
        "unknown style '\(node.string ?? node.kindName)'; the styles are "
          + ParameterStyle.allCases.filter { $0 != .cookie || version == .v3_2 }.map(\.rawValue).joined(separator: ", "),
        at: node
      )
      return styles[0]
    }
    if !styles.contains(style) || style == .cookie && version != .v3_2 {
      mistake(
        "style",
        of: parameter.node["name"]?.string ?? "",
        "a \(location.rawValue) parameter cannot have the style '\(style.rawValue)'; it can have "
          + styles.filter { $0 != .cookie || version == .v3_2 }.map(\.rawValue).joined(separator: ", "),
        at: node
      )
      return styles[0]
    }
    return style
  }

  /// What a parameter or header holds.
  struct Value {
    var schema: Int
    /// The media type where it is a document; else empty.
    var mediaType = ""
    /// How the fields of a form are written.
    var encodings = Span.empty
  }

  /// What a parameter or header holds: a value of its schema, or a document.
  func value(of parameter: Located, named name: String, in location: ParameterLocation) -> Value {
    if let schema = parameter["schema"].map(schemas.index) {
      noteExamples(of: parameter, for: schema)
      return Value(schema: schema)
    }
    let anything = { self.schemas.anything(at: parameter) }
    guard let content = mapping(parameter, "content") else {
      diagnostics.warning("neither 'schema' nor 'content' says what the value is, so any is taken", at: parameter.node)
      return Value(schema: anything())
    }
    guard content.members.count == 1, let (key, value) = content.members.first else {
      mistake(
        "content",
        "'content' of a parameter names one media type, not \(content.members.count)",
        at: content.node
      )
      return Value(schema: anything())
    }
    let type = key.name.lowercased()
    guard let mediaType = object(value, .mediaType) else { return Value(schema: anything(), mediaType: type) }
    let isForm = location == .querystring && ContentKind(mediaType: type) == .form
    guard isForm || MediaTypeName.isEnforced(type) else {
      if mediaType.node["schema"] != nil {
        unenforced.note("content", of: name, because: "only documents of JSON and text are read", at: key.position)
      }
      return Value(schema: anything(), mediaType: type)
    }
    let schema = mediaType["schema"].map(schemas.index) ?? anything()
    noteExamples(of: mediaType, for: schema)
    return Value(schema: schema, mediaType: type, encodings: isForm ? encodings(of: mediaType, type) : .empty)
  }
}

extension ParameterRow {
  fileprivate func isSame(as other: ParameterRow) -> Bool {
    location == other.location
      && (location == .header ? name.lowercased() == other.name.lowercased() : name == other.name)
  }
}
