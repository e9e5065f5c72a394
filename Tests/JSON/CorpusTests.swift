import DoubletJSON
import Foundation
import Testing

/// The files of nst/JSONTestSuite: `y_` must be accepted, `n_` refused, `i_` may be either.
private enum Corpus {
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

  static func files(_ prefix: String) -> [String] { files.filter { $0.hasPrefix(prefix) } }

  static func bytes(_ name: String) throws -> [UInt8] { try [UInt8](Data(contentsOf: folder.appending(path: name))) }
}

@Suite(.enabled(if: !Corpus.files.isEmpty, "the corpus of JSON texts is absent"))
struct CorpusTests {
  @Test(arguments: Corpus.files("y_"))
  func `a text that must be accepted is accepted`(name: String) throws {
    let bytes = try Corpus.bytes(name)
    let tree = try JSON(parsing: bytes)
    #expect(try JSON(parsing: tree.text(pretty: true)) == tree)
  }

  @Test(arguments: Corpus.files("n_"))
  func `a text that must be refused is refused`(name: String) throws {
    let bytes = try Corpus.bytes(name)
    #expect(throws: JSONError.self) { try JSONTape(parsing: bytes) }
  }

  @Test(arguments: Corpus.files("i_"))
  func `a text that may be either is not a crash`(name: String) throws {
    let bytes = try Corpus.bytes(name)
    if let tape = try? JSONTape(parsing: bytes) { _ = tape.root.tree.text() }
  }

  @Test func `the corpus has all its files`() {
    #expect(Corpus.files("y_").count == 95)
    #expect(Corpus.files("n_").count >= 186)
    #expect(Corpus.files("i_").count == 35)
  }
}

struct DepthTests {
  @Test(arguments: [(100_000, "["), (50_000, #"[{"":"#)])
  func `a great many open brackets are refused without a crash`(count: Int, bracket: String) {
    let text = String(repeating: bracket, count: count)
    #expect(throws: JSONError.self) { try JSONTape(parsing: Array(text.utf8)) }
    let error = #expect(throws: JSONError.self) { try JSON(parsing: text) }
    #expect(error?.code == .tooDeep)
    #expect(error?.problem == "more than 512 arrays and objects are open; nest less")
  }

  @Test func `the depth may be set, and is the number of open containers`() throws {
    let text = Array("[[{}]]".utf8)
    #expect(try JSONTape(parsing: text, maximumDepth: 3).entries.count == 3)
    #expect(throws: JSONError.self) { try JSONTape(parsing: text, maximumDepth: 2) }
  }

  @Test func `a tape may be deeper than a stack`() throws {
    let text = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
    let tape = try JSONTape(parsing: Array(text.utf8), maximumDepth: 200_000)
    #expect(tape.entries.count == 100_000)
    #expect(tape.entries[99_998].next == 100_000)
  }
}
