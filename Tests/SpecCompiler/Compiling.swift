import DoubletContracts
import DoubletSpecCompiler
import Testing

/// Compiles a document called `api.yaml`.
func compile(
  _ yaml: String,
  isStrict: Bool = false,
  files: [String: String] = [:]
) -> (contract: Contract?, messages: [String]) {
  let file = SourceFile(path: "api.yaml", bytes: Array(yaml.utf8))
  let result = SpecCompiler.compile(file, isStrict: isStrict) { files[$0].map { Array($0.utf8) } }
  return (result.contract, result.diagnostics.map(\.description))
}

/// Compiles a document that must be right, warnings aside.
func contract(_ yaml: String, files: [String: String] = [:]) throws -> Contract {
  let (contract, messages) = compile(yaml, files: files)
  return try #require(contract, "\(messages)")
}

/// A document and what the compiler says of it.
struct Rejected: Sendable, CustomTestStringConvertible {
  var name: String
  var yaml: String
  var messages: [String]

  init(_ name: String, _ yaml: String, _ messages: [String]) {
    (self.name, self.yaml, self.messages) = (name, yaml, messages)
  }

  var testDescription: String { name }
}

/// The first lines of a document that has nothing wrong with it.
let head = """
  openapi: 3.1.0
  info: {title: T, version: '1'}

  """

/// A document with the operation `GET /a` and these components, which start at line 7.
func document(components: String) -> String {
  head + """
    paths:
      /a:
        get: {responses: {'200': {description: fine}}}
    components:

    """ + components
}
