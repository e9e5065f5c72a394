import DoubletContracts
import DoubletSpecCompiler
import Foundation

/// The documents of ``OpenAPICorpus`` that should load, as contracts.
enum DocumentCorpus {
  static let folder = OpenAPICorpus.folder.standardizedFileURL

  static var isPresent: Bool { OpenAPICorpus.isPresent }

  /// The documents that should load, by their paths in the corpus.
  static let documents: [String] = {
    let folders = ["examples", "oai/3.1-pass", "real", "vendors/leadping"]
    let files = folders.flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: DocumentCorpus.folder.appendingPathComponent(folder).path))
        ?? [])
        .sorted().map { "\(folder)/\($0)" }
    }
    return files + (isPresent ? ["vendors/rebilly/openapi/openapi.yaml"] : [])
  }()

  /// The contract of a document, and what the compiler said.
  static func compile(_ document: String) throws -> (contract: Contract?, diagnostics: [Diagnostic]) {
    let path = folder.appendingPathComponent(document).path
    let file = SourceFile(path: path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
    return SpecCompiler.compile(file) { try? Array(Data(contentsOf: URL(fileURLWithPath: $0))) }
  }
}
