import DoubletContracts
import DoubletJSON

extension Compilation {
  /// A request body: its row, and the schema of it where it is JSON.
  func body(_ value: Located) -> (index: Int, schema: Located?)? {
    guard let body = object(value, .requestBody) else { return nil }
    if body.node["content"] == nil { mistake("content", "a request body needs 'content'", at: body.node) }
    let index = contract.bodies.count
    let content = unenforced.within("body") { self.content(of: body, isRequest: true) }
    contract.bodies.append(BodyRow(isRequired: flag(body, "required"), content: content, position: body.position))
    let json = body["content"]?.members.first { MediaTypeName.isJSON($0.key.name.lowercased()) }
    return (index, json.flatMap { resolve($0.value)?["schema"] })
  }

  /// The media types of a body, a response or a header.
  func content(of object: Located, isRequest: Bool = false) -> Span {
    var rows: [MediaTypeRow] = []
    for (key, value) in mapping(object, "content")?.members ?? [] where !key.name.hasPrefix("x-") {
      let name = key.name.lowercased()
      guard MediaTypeName.isName(name) else {
        diagnostics.warning("'\(key.name)' is no media type; write one as application/json", at: key)
        unenforced.note("content", of: key.name, because: "it is no media type", at: key.position)
        continue
      }
      guard let mediaType = self.object(value, .mediaType) else { continue }
      if !isRequest, !MediaTypeName.isEnforced(name), mediaType.node["schema"] != nil {
        unenforced.note("schema", of: name, because: "only bodies of JSON and text are looked into", at: key.position)
      }
      if rows.contains(where: { $0.name == name }) {
        mistake("content", of: name, "the media type '\(name)' is here a second time", at: key)
        continue
      }
      let schema = mediaType["schema"].map(schemas.index) ?? -1
      if MediaTypeName.isEnforced(name) { noteExamples(of: mediaType, for: schema) }
      if !isRequest, let items = mediaType["itemSchema"] {
        unenforced.note("itemSchema", of: name, because: "sequences are not taken apart", at: items.position)
      }
      rows.append(
        MediaTypeRow(
          name: name,
          schema: schema,
          itemSchema: mediaType["itemSchema"].map(schemas.index) ?? -1,
          examples: examples(of: mediaType),
          encodings: isRequest ? encodings(of: mediaType, name) : .empty,
          position: key.position
        )
      )
    }
    return append(rows, to: \.mediaTypes)
  }

  private func examples(of mediaType: Located) -> Span {
    var rows: [ExampleRow] = []
    if let example = mediaType["example"] {
      rows.append(ExampleRow(name: "", value: example.node.json, position: example.position))
    }
    if mediaType.node["example"] != nil, let examples = mediaType.node["examples"] {
      diagnostics.warning("'example' and 'examples' exclude each other; write one of them", at: examples)
    }
    if let examples = mediaType["examples"], examples.node.elements != nil {
      diagnostics.warning(
        "'examples' of a media type is a mapping of names to {value: …}; a list is not read",
        at: examples.node
      )
    } else {
      for (key, value) in mapping(mediaType, "examples")?.members ?? [] where !key.name.hasPrefix("x-") {
        guard let example = object(value, .example) else { continue }
        if let value = example["value"] ?? example["dataValue"] {
          rows.append(ExampleRow(name: key.name, value: value.node.json, position: value.position))
        } else if let external = example.node["externalValue"] ?? example.node["serializedValue"] {
          unenforced.note(
            "examples",
            of: key.name,
            because: "an example that is not written as 'value' is not read, so it is never answered",
            at: external.position
          )
        }
      }
    }
    return append(rows, to: \.examples)
  }
}
