import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletSpecCompiler
import DoubletValidation
import Foundation
import Testing

/// The files of nst/JSONTestSuite as bodies of an operation without a schema.
private enum ParsingCorpus {
  static let folder: URL = {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let corpora = ProcessInfo.processInfo.environment["DOUBLET_CORPORA"] ?? "../shared/corpora"
    return URL(filePath: corpora, relativeTo: URL(filePath: root.path + "/")).appending(path: "json-parsing")
  }()

  static let files: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    if names.isEmpty { print("skipped: no corpus of JSON texts at \(folder.path); set DOUBLET_CORPORA") }
    return names.filter { $0.hasSuffix(".json") }.sorted()
  }()

  /// The bodies of the files whose name begins with `prefix`.
  static func bodies(_ prefix: String) throws -> [(name: String, body: [UInt8])] {
    try files.filter { $0.hasPrefix(prefix) }.map { ($0, try [UInt8](Data(contentsOf: folder.appending(path: $0)))) }
  }

  static let spec = """
    openapi: 3.1.1
    info: {title: Parsing, version: '1'}
    paths:
      /a:
        post:
          operationId: post
          requestBody: {required: true, content: {application/json: {}}}
          responses: {'204': {description: Done}, '400': {description: Malformed}, '422': {description: Invalid}}
    """
}

@Suite(.enabled(if: !ParsingCorpus.files.isEmpty, "the corpus of JSON texts is absent"))
struct ParsingCorpusTests {
  @Test(arguments: Transport.allCases)
  func `what is JSON is accepted, but for a key twice, and what is none is malformed`(transport: Transport) async throws
  {
    let result = SpecCompiler.compile(SourceFile(path: "parsing.yaml", bytes: Array(ParsingCorpus.spec.utf8)))
    let contract = try #require(result.contract)
    try await Client.with(transport, [contract], scenarios: []) { client in
      var refused: [String] = []
      for (name, body) in try ParsingCorpus.bodies("y_") {
        let answer = try await client.send("POST", "/a", ["Content-Type": "application/json"], body: body)
        if answer.status != 204 { refused.append(name) }
        if answer.status == 422 {
          #expect(Set(client.lastExchange?.violations.map(\.code) ?? []) == ["body.duplicateKey"], "\(name)")
        }
      }
      #expect(refused == ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"])
      for (name, body) in try ParsingCorpus.bodies("n_") {
        let answer = try await client.send("POST", "/a", ["Content-Type": "application/json"], body: body)
        #expect(answer.status == 400, "\(name)")
        #expect(client.lastExchange?.problem == .malformed, "\(name)")
      }
    }
  }
}
