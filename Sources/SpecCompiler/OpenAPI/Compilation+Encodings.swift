import DoubletContracts

extension Compilation {
  /// How the members of a form are written.
  func encodings(of mediaType: Located, _ name: String) -> Span {
    guard let encodings = mapping(mediaType, "encoding") else { return .empty }
    let kind = ContentKind(mediaType: name)
    guard kind == .form || kind == .multipart else {
      diagnostics.warning(
        "'encoding' means something in forms and multiparts only, not in '\(name)'",
        at: encodings.node
      )
      return .empty
    }
    let known = mediaType["schema"].flatMap(resolve).map(memberNames) ?? []
    var rows: [EncodingRow] = []
    for (key, value) in encodings.members where !key.name.hasPrefix("x-") {
      if !known.isEmpty, !known.contains(key.name) {
        diagnostics.warning(
          "the schema has no member '\(key.name)'\(Suggestion.phrase(for: key.name, among: known))",
          at: key
        )
      }
      if let row = encoding(value, of: key, in: kind) { rows.append(row) }
    }
    return append(rows, to: \.encodings)
  }

  /// The members that a schema names, where it names them all by itself.
  private func memberNames(of schema: Located) -> [String] {
    let combines = ["allOf", "anyOf", "oneOf", "$ref", "additionalProperties", "patternProperties"]
    guard !combines.contains(where: { schema.node[$0] != nil }) else { return [] }
    return schema["properties"]?.members.map(\.key.name) ?? []
  }

  private func encoding(_ value: Located, of key: SourceNode, in kind: ContentKind?) -> EncodingRow? {
    guard let encoding = object(value, .encoding) else { return nil }
    let types = (string(encoding, "contentType") ?? "").split(separator: ",").map { type in
      String(type.drop { $0 == " " }).lowercased()
    }
    for type in types where !MediaTypeName.isName(type) {
      diagnostics.error(
        "'\(type)' is no media type; write one as image/png, or several with commas between",
        at: encoding.node["contentType"] ?? encoding.node
      )
    }
    let speaksOfStyle = ["style", "explode", "allowReserved"].contains { encoding.node[$0] != nil }
    let style = speaksOfStyle ? style(of: encoding, in: .query) : nil
    if kind == .form, let headers = encoding.node["headers"] {
      diagnostics.warning("'headers' of an encoding mean something in multiparts only", at: headers)
    }
    return EncodingRow(
      name: key.name,
      types: types,
      headers: kind == .multipart ? headers(of: encoding, contract.operations.count) : .empty,
      style: style,
      isExploded: encoding.node["explode"] == nil ? style == .form || style == .deepObject : flag(encoding, "explode"),
      allowsReserved: flag(encoding, "allowReserved"),
      position: key.position
    )
  }

  /// Notes the schemas of request bodies that no body is held against, once all schemas are known.
  func noteUnjudgedBodies() {
    contract.schemas = schemas.tables
    for (index, operation) in contract.operations.enumerated() where operation.body >= 0 {
      for row in contract.mediaTypes[contract.bodies[operation.body].content.indices] {
        guard let kind = ContentKind(mediaType: row.name) else { continue }
        unenforced.within("body", operation: index) {
          if row.schema >= 0, !contract.judges(row, as: kind) {
            let reason =
              kind == .xml ? "the members of XML are not looked into" : "what is written in these octets is not known"
            unenforced.note("schema", of: row.name, because: reason, at: row.position)
          }
          if row.itemSchema >= 0, kind != .jsonLines, kind != .jsonSequence {
            unenforced.note("itemSchema", of: row.name, because: "only JSON is parted into items", at: row.position)
          }
        }
      }
    }
  }
}
