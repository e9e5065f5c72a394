import DoubletContracts
import DoubletSpecCompiler
import Foundation

/// The OpenAPI documents of others, where this machine has them: `$DOUBLET_CORPORA`, or `shared/corpora` beside the
/// project. They are reference material and not part of the repository.
enum DocumentCorpus {
  static let folder: URL = {
    let base = ProcessInfo.processInfo.environment["DOUBLET_CORPORA"] ?? "../shared/corpora"
    return URL(fileURLWithPath: base).appendingPathComponent("openapi").standardizedFileURL
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

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
