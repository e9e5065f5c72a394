import DoubletValidation
import Foundation
import Testing

/// The JSON Schema Test Suite, where this machine has it: `$DOUBLET_CORPORA`, or `shared/corpora` beside the project.
///
/// It is reference material and not part of the repository, so its tests are skipped where it is absent.
enum SchemaCorpus {
  /// One test of the suite: the schema's keyword value, an instance, and whether it is valid.
  struct Case {
    let schema: [String: Any]
    let instance: Any
    let isValid: Bool
    let name: String
  }

  static let folder: URL = {
    let base =
      ProcessInfo.processInfo.environment["DOUBLET_CORPORA"].map { URL(fileURLWithPath: $0) }
      ?? projectRoot.appendingPathComponent("../shared/corpora")
    return base.appendingPathComponent("json-schema/tests/draft2020-12")
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  private static let projectRoot = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  static func files(in path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(path).path)
      .filter { $0.hasSuffix(".json") }.sorted().map { "\(path)/\($0)" }
  }

  static func cases(in path: String) throws -> [Case] {
    let data = try Data(contentsOf: folder.appendingPathComponent(path))
    let groups = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    return groups.flatMap { group -> [Case] in
      guard let schema = group["schema"] as? [String: Any], let tests = group["tests"] as? [[String: Any]] else {
        return []
      }
      return tests.compactMap { test in
        guard let instance = test["data"], let isValid = test["valid"] as? Bool else { return nil }
        let name = "\(path): \(group["description"] ?? ""): \(test["description"] ?? "")"
        return Case(schema: schema, instance: instance, isValid: isValid, name: name)
      }
    }
  }
}

@Suite(.enabled(if: SchemaCorpus.isPresent, "set DOUBLET_CORPORA to the folder that holds json-schema/"))
struct FormatCorpusTests {
  @Test func `every format test of the suite has the verdict it states`() throws {
    var count = 0
    for file in try SchemaCorpus.files(in: "optional/format") {
      for test in try SchemaCorpus.cases(in: file) {
        count += 1
        let format = try Format(name: #require(test.schema["format"] as? String))
        let verdict = (test.instance as? String).flatMap { format?.accepts($0) } ?? true
        #expect(verdict == test.isValid, "\(test.name)")
      }
    }
    #expect(count >= 764)
  }
}
