import DoubletJSON

/// What the `$schema` of a schema, or the `jsonSchemaDialect` of its document, takes away from the standard dialect.
struct Dialect {
  /// Keywords that it does not have, so that they assert nothing.
  var ignored: Set<String> = []
  /// Whether it asserts formats, whatever the document says.
  var assertsFormats = false
}

extension SchemaCompiler {
  /// The dialect of a schema: of the nearest `$schema` around it, else the document's.
  func ownDialect(of schema: Located) -> Dialect {
    guard dialect == .draft2020 else { return Dialect() }
    guard let named = documents.dialect(of: schema) ?? documentDialect, let uri = named.node.string else {
      return Dialect()
    }
    if let known = dialects[uri] { return known }
    dialects[uri] = Dialect()
    let found = readDialect(uri, at: named)
    dialects[uri] = found
    return found
  }

  private func readDialect(_ uri: String, at named: Located) -> Dialect {
    let uri = ReferencePath(uri).file
    // OpenAPI's own dialects add keywords, which are read in any case.
    if uri == Metaschema.identifier || uri.hasPrefix("https://spec.openapis.org/oas/3.") { return Dialect() }
    guard let metaschema = documents.document(at: uri) else {
      documents.unenforced.note(
        "$schema",
        of: uri,
        because: "the dialect is not known; read as 2020-12",
        at: named.position
      )
      return Dialect()
    }
    guard let declared = metaschema["$vocabulary"]?.members, !declared.isEmpty else { return Dialect() }
    var vocabularies = [Vocabulary.core]
    for (key, isRequired) in declared {
      if let vocabulary = Vocabulary(identifier: key.name) {
        vocabularies.append(vocabulary)
      } else if isRequired.node.bool == true, !key.name.hasPrefix("https://spec.openapis.org/oas/3.") {
        diagnostics.error(
          "the dialect '\(uri)' requires the vocabulary '\(key.name)', which is not known",
          at: named.node
        )
      }
    }
    let all = Set(Vocabulary.standard.flatMap { $0.keywords.map(\.name) })
    return Dialect(
      ignored: all.subtracting(vocabularies.flatMap { $0.keywords.map(\.name) }),
      assertsFormats: vocabularies.contains { $0.name == Vocabulary.formatAssertion.name }
    )
  }
}

extension Located {
  /// The mapping without some of its keys.
  func without(_ keys: Set<String>) -> Located {
    guard !keys.isEmpty, let members = node.members else { return self }
    let kept = members.filter { !keys.contains($0.key.name) }
    return Located(node: SourceNode(.mapping(kept), at: node.position), pointer: pointer)
  }
}
