import DoubletContracts
import DoubletJSON
import DoubletValidation
import Foundation
import Testing

/// The JSON Schema Test Suite, run on tables that ``SchemaBuilder`` makes: it judges the validator, not the compiler.
@Suite(.enabled(if: SchemaCorpus.isPresent, "the corpora are not on this machine"))
struct SchemaSuiteTests {
  /// What depends on a compiler: vocabularies, other drafts and their keywords. Groups that refer to the metaschema, which
  /// is not in the corpus, are left out too.
  private static let needsCompiler: Set<String> = [
    "vocabulary.json", "cross-draft.json", "format-assertion.json", "dependencies-compatibility.json",
  ]

  static var files: [String] {
    let required = (try? SchemaCorpus.files(in: ".")) ?? []
    let optional = (try? SchemaCorpus.files(in: "optional")) ?? []
    return (required + optional).filter { file in !needsCompiler.contains { file.hasSuffix($0) } }
  }

  @Test(arguments: files)
  func `verdict and explanation are those of the suite`(_ file: String) throws {
    for group in try Self.groups(file) {
      let builder = SchemaBuilder(documents: Self.remotes, assertsFormats: false)
      let schema = builder.add(group["schema"] ?? true, at: "test:/root")
      guard !builder.dangling.contains(where: { $0.contains("json-schema.org") }) else { continue }
      let validator = try Validator(builder.finished)
      for test in group["tests"]?.array ?? [] {
        let name = "\(file): \(group["description"]?.string ?? ""): \(test["description"]?.string ?? "")"
        let value = test["data"] ?? .null
        let verdict = validator.isValid(value, against: schema, direction: .none)
        #expect(verdict == test["valid"]?.bool, "\(name)")
        let violations = validator.explain(value, against: schema, direction: .none)
        #expect(violations.isEmpty == verdict, "\(name): \(violations)")
      }
    }
  }

  static func groups(_ file: String) throws -> [JSON] {
    let data = try Data(contentsOf: SchemaCorpus.folder.appendingPathComponent(file))
    return try JSON(parsing: data).array ?? []
  }

  static let remotes: SchemaDocuments = {
    var documents = SchemaDocuments()
    let folder = SchemaCorpus.folder.appendingPathComponent("../../remotes").standardizedFileURL
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    for case let file as URL in files ?? .init() where file.pathExtension == "json" {
      let path = file.standardizedFileURL.path.dropFirst(folder.path.count)
      guard !path.hasPrefix("/draft") || path.hasPrefix("/draft2020-12"), !path.hasPrefix("/v1"),
        let data = try? Data(contentsOf: file), let schema = try? JSON(parsing: data)
      else { continue }
      _ = documents.add(schema, at: "http://localhost:1234\(path)")
    }
    return documents
  }()
}
