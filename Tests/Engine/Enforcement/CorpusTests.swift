import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletSpecCompiler
import Foundation
import Testing

/// Documents that others wrote, where this machine has them: `$DOUBLET_CORPORA`, or `shared/corpora` beside the project.
enum OpenAPICorpus {
  static let folder: URL =
    (ProcessInfo.processInfo.environment["DOUBLET_CORPORA"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).appending(path: "../../../../../shared/corpora").standardized)
    .appending(path: "openapi")

  /// All that should load, but for the document of 1,166 operations, some of which ask for opposites: it takes minutes in a
  /// debug build, and CONTRIBUTING says how it is tested in a release.
  static let documents: [String] = {
    let files = ["examples", "oai/3.1-pass", "real", "vendors/leadping"].flatMap { part in
      let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path)) ?? []
      return names.sorted().filter { $0 != "cloudflare.json" }.map { "\(part)/\($0)" }
    }
    return files.isEmpty ? [] : files + ["vendors/rebilly/openapi/openapi.yaml"]
  }()

  static var isPresent: Bool { !documents.isEmpty }

  /// The contract of a document, compiled as `doublet serve` does it.
  static func contract(of document: String) throws -> Contract {
    let path = folder.appending(path: document).path
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let (contract, diagnostics) = SpecCompiler.compile(SourceFile(path: path, bytes: Array(bytes))) { other in
      FileManager.default.contents(atPath: other).map { Array($0) }
    }
    return try #require(contract, "\(diagnostics.filter { $0.severity == .error }.map(\.description).prefix(3))")
  }
}

/// One document after another, with a pause after each operation: other tests wait for answers meanwhile.
@Suite(.serialized, .enabled(if: OpenAPICorpus.isPresent, "set DOUBLET_CORPORA to the folder that holds openapi/"))
struct CorpusTests {
  @Test(arguments: OpenAPICorpus.documents)
  func `every operation answers a valid request with a success that keeps the contract`(document: String) async throws {
    let contract = try OpenAPICorpus.contract(of: document)
    let test = try SelfTest(contract)
    for index in contract.operations.indices {
      await Task.yield()
      let id = contract.operations[index].id
      switch test.proveAnswer(of: index).outcome {
      case .proven: continue
      case .unproven(let reason), .unbreakable(let reason): Issue.record("\(id): no request was made, since \(reason)")
      case .failed(let differences):
        Issue.record("\(id): expected \(differences[0].expected), got \(differences[0].got)")
      }
    }
  }

  @Test func `a POST of a pet that misses a required member is never a success`() throws {
    let fake = try Fake([try OpenAPICorpus.contract(of: "examples/petstore-expanded.yaml")])
    for body in ["{}", #"{"tag":"dog"}"#, #"{"name":null}"#, #"{"name":5}"#] {
      let headers: Headers = ["Content-Type": "application/json"]
      let answer = fake.answer(Request("POST", "/pets", headers: headers, body: Array(body.utf8)))
      #expect((400..<500).contains(answer.status), "\(body)")
    }
    #expect(fake.journal().allSatisfy { $0.problem == .invalid && $0.effect == nil })
  }
}
