import DoubletSpecCompiler
import Foundation
import Testing

/// The OpenAPI documents of others, where this machine has them.
enum OpenAPICorpus {
  static let folder: URL = {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let corpora = ProcessInfo.processInfo.environment["DOUBLET_CORPORA"] ?? "../shared/corpora"
    return URL(filePath: corpora, relativeTo: URL(filePath: root.path + "/")).appending(path: "openapi")
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  /// The documents of a folder, by their paths below the corpus.
  static func documents(in path: String) -> [String] {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: path).path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".json") }.sorted().map { "\(path)/\($0)" }
  }

  /// Compiles a document with the files beside it.
  static func compile(_ path: String, isStrict: Bool = false) throws -> (isServed: Bool, messages: [String]) {
    let bytes = try #require(FileManager.default.contents(atPath: folder.appending(path: path).path))
    let result = SpecCompiler.compile(SourceFile(path: path, bytes: Array(bytes)), isStrict: isStrict) { other in
      FileManager.default.contents(atPath: folder.appending(path: other).path).map { Array($0) }
    }
    return (result.contract != nil, result.diagnostics.map(\.description))
  }
}

/// One after another: they are large, and other tests wait for answers meanwhile.
@Suite(
  "Documents of others",
  .serialized,
  .enabled(if: OpenAPICorpus.isPresent, "set DOUBLET_CORPORA to have openapi/")
)
struct CorpusTests {
  /// Documents that the schema of OpenAPI takes, and its words do not: what they lack, the schema cannot ask for.
  private static let wrongAfterAll = [
    "oai/3.1-pass/operation-object-example.yaml": [
      ":6:3: error: '{id}' of the path is not declared; add a parameter {name: id, in: path, required: true, schema: …}",
      ":13:11: error: the path '/pets/{id}' has no '{petId}'; there is id",
      ":45:11: error: no security scheme is called 'petstore_auth'; until 'components.securitySchemes' has it, every "
        + "request that needs it is refused as unauthenticated",
    ]
  ]

  @Test(arguments: OpenAPICorpus.documents(in: "oai/3.1-pass"))
  func `a document that is right has no warning`(path: String) throws {
    let expected = (Self.wrongAfterAll[path] ?? []).map { path + $0 }
    let result = try OpenAPICorpus.compile(path, isStrict: true)
    #expect(result.messages == expected)
    #expect(result.isServed == expected.isEmpty)
    #expect(try OpenAPICorpus.compile(path).isServed)
  }

  @Test(arguments: OpenAPICorpus.documents(in: "oai/3.1-fail"))
  func `a document that is wrong is reported with the place, and strictly refused`(path: String) throws {
    let messages = try OpenAPICorpus.compile(path).messages
    #expect(!messages.isEmpty)
    #expect(messages.allSatisfy { $0.hasPrefix("\(path):") && !$0.hasPrefix("\(path):0") })
    #expect(try OpenAPICorpus.compile(path, isStrict: true).isServed == false)
  }

  @Test(
    arguments: OpenAPICorpus.documents(in: "examples") + OpenAPICorpus.documents(in: "real")
      + OpenAPICorpus.documents(in: "vendors/leadping") + OpenAPICorpus.documents(in: "vendors/rebilly/openapi")
  )
  func `a document that people publish is served`(path: String) throws {
    let result = try OpenAPICorpus.compile(path)
    #expect(result.isServed, "\(result.messages.filter { $0.contains(": error: ") })")
  }
}
