import DoubletContracts
import DoubletSpecCompiler
import DoubletValidation
import Foundation
import Testing

@Suite("The specs of this package")
struct BundledSpecTests {
  /// The YAML files of `specs/`.
  static let specs: [String] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.sorted()
  }()

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "specs").path(percentEncoded: false)

  @Test(arguments: specs)
  func `a spec has nothing wrong with it, and its contract survives being text`(name: String) throws {
    let bytes = try #require(FileManager.default.contents(atPath: "\(BundledSpecTests.folder)/\(name)"))
    let result = SpecCompiler.compile(SourceFile(path: "specs/\(name)", bytes: Array(bytes)), isStrict: true)
    #expect(result.diagnostics.map(\.description) == [])
    let contract = try #require(result.contract)
    #expect(!contract.operations.isEmpty)
    #expect(try Contract(text: Array(contract.text.utf8)) == contract)
    #expect(throws: Never.self) { try Validator(contract.schemas) }
  }
}
