import DoubletContracts
import DoubletJSON
import DoubletValidation
import Foundation
import Testing

@testable import DoubletSpecCompiler

@Suite("The schema of x-doublet for editors")
struct EditorSchemaTests {
  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().appending(path: "specs")

  private static func file(_ name: String) throws -> SourceFile {
    SourceFile(path: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
  }

  /// The schema, and a validator of documents.
  private let schema: JSON
  private let accepts: (JSON) -> [String]

  init() throws {
    let file = try Self.file("x-doublet.schema.json")
    let result = SpecCompiler.compileSchema(file)
    #expect(result.diagnostics.isEmpty && result.unenforced.isEmpty)
    let (tables, root) = try #require(result.compiled)
    let validator = try Validator(tables)
    schema = try JSON(parsing: file.bytes)
    accepts = { validator.explain($0, against: root, direction: .none).map { "\($0.pointer): \($0.message)" } }
  }

  @Test(arguments: BundledSpecTests.specs)
  func `it takes what the bundled documents say`(name: String) throws {
    let document = try #require(SpecCompiler.json(of: try Self.file(name)))
    #expect(accepts(document) == [])
  }

  @Test(
    arguments: [
      ("{x-doublet: {nam: a}}", "/x-doublet/nam"), ("{x-doublet: {quotas: {q: {limit: 1, window: 10}}}}", "window"),
      ("{paths: {/a: {get: {x-doublet: {action: fetch}}}}}", "/paths/~1a/get/x-doublet/action"),
      ("{components: {securitySchemes: {K: {x-doublet: {token: {length: 5}}}}}}", "alphabet"),
    ]
  )
  func `it refuses what the compiler refuses`(yaml: String, place: String) throws {
    let document = try #require(SpecCompiler.json(of: SourceFile(path: "a.yaml", bytes: Array(yaml.utf8))))
    let messages = accepts(document)
    #expect(messages.count == 1 && messages.allSatisfy { $0.contains(place) }, "\(messages)")
  }

  @Test(
    arguments: [
      ("document", DoubletObject.document), ("resource", .resource), ("computed", .computed), ("problem", .problem),
      ("quota", .quota), ("operation", .operation), ("find", .find), ("securityScheme", .securityScheme),
      ("token", .token), ("header", .header), ("annotation", .annotation),
    ]
  )
  func `it has the compiler's keys`(name: String, object: DoubletObject) {
    #expect(keys(of: name) == object.keys.sorted())
  }

  @Test func `it has the compiler's words`() {
    #expect(keys(of: "problems") == (ProblemKind.allCases.map(\.rawValue) + ["default"]).sorted())
    let actions = schema["$defs"]?["operation"]?["properties"]?["action"]?["enum"]?.array ?? []
    #expect(actions.compactMap(\.string) == ActionKind.allCases.map(\.rawValue) + [Compilation.noAction])
  }

  private func keys(of name: String) -> [String] {
    (schema["$defs"]?[name]?["properties"]?.object ?? [:]).map(\.key).sorted()
  }
}
