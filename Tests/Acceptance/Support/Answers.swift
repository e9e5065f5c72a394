import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletSpecCompiler
import Testing

extension Answer {
  /// The value at a place of the body.
  subscript(pointer: String) -> JSON? { JSONPointer(pointer).flatMap { json?.value(at: $0) } }

  /// The names of the body's members.
  var members: Set<String> { Set(json?.object?.keys ?? []) }

  /// The media type without parameters.
  var type: String? { headers["Content-Type"].map { String($0.prefix { $0 != ";" }) } }

  /// Status, header fields and body as text, without the fields that are the server's own and `Date`.
  var comparable: [String] {
    let own = ["date", "connection", "content-length", "server", "keep-alive"]
    return ["\(status)"]
      + headers.filter { !own.contains($0.name.lowercased()) }.map { "\($0.name): \($0.value)" }.sorted()
      + [text]
  }
}

extension JSON {
  /// The names of an object's members.
  var members: Set<String> { Set(object?.keys ?? []) }
}

/// The contract of a document that must be right.
func compiled(_ yaml: String, named name: String = "api") throws -> Contract {
  let result = SpecCompiler.compile(SourceFile(path: "\(name).yaml", bytes: Array(yaml.utf8)))
  return try #require(result.contract, "\(result.diagnostics.map(\.description))")
}
