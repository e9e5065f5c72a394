import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletSpecCompiler
import Foundation
import Testing

/// Documents that others wrote, where this machine has them: `$DOUBLET_CORPORA`, or `shared/corpora` beside the project.
/// The largest take their time in a debug build; CONTRIBUTING says how all of them are tested in a release.
enum OpenAPICorpus {
  static let folder: URL =
    (ProcessInfo.processInfo.environment["DOUBLET_CORPORA"].map { URL(fileURLWithPath: $0) }
    ?? URL(fileURLWithPath: #filePath).appending(path: "../../../../../shared/corpora").standardized)
    .appending(path: "openapi")

  static let documents: [String] = ["examples", "oai/3.1-pass", "real", "vendors/leadping"].flatMap { part in
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.appending(path: part).path)) ?? []
    return names.sorted().filter { $0 != "cloudflare.json" }.map { "\(part)/\($0)" }
  }

  static var isPresent: Bool { !documents.isEmpty }

  /// The contract of a document, compiled as `doublet serve` does it.
  static func contract(of document: String) throws -> Contract {
    let path = folder.appending(path: document).path
    let bytes = try #require(FileManager.default.contents(atPath: path))
    let (contract, diagnostics) = SpecCompiler.compile(SourceFile(path: path, bytes: Array(bytes)))
    return try #require(contract, "\(diagnostics.filter { $0.severity == .error }.map(\.description).prefix(3))")
  }
}

@Suite(.enabled(if: OpenAPICorpus.isPresent, "set DOUBLET_CORPORA to the folder that holds openapi/"))
struct CorpusTests {
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
