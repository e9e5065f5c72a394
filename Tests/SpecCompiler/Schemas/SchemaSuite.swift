import DoubletContracts
import DoubletJSON
import DoubletSpecCompiler
import DoubletValidation
import Foundation

/// The JSON Schema Test Suite, read from the corpora: reference material that is no part of the repository.
enum SchemaSuite {
  /// A schema with its tests.
  struct Group {
    var name: String
    var schema: JSON
    var tests: [(name: String, value: JSON, isValid: Bool)]
  }

  static let folder: URL = {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let corpora = ProcessInfo.processInfo.environment["DOUBLET_CORPORA"] ?? "../shared/corpora"
    return URL(filePath: corpora, relativeTo: URL(filePath: root.path + "/")).appending(path: "json-schema")
  }()

  static let isPresent = FileManager.default.fileExists(atPath: folder.path)

  /// The groups of all files of a folder, the optional ones apart.
  static func groups(in draft: String) throws -> [Group] {
    let folder = folder.appending(path: "tests/\(draft)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".json") }
    return try names.sorted().flatMap { name -> [Group] in
      let groups = try JSON(parsing: Data(contentsOf: folder.appending(path: name))).array ?? []
      return groups.map { group in
        Group(
          name: "\(name): \(group["description"]?.string ?? "")",
          schema: group["schema"] ?? true,
          tests: (group["tests"]?.array ?? []).map {
            ($0["description"]?.string ?? "", $0["data"] ?? .null, $0["valid"]?.bool ?? false)
          }
        )
      }
    }
  }

  /// What the suite serves as `http://localhost:1234/`.
  static func remote(_ address: String) -> [UInt8]? {
    guard address.hasPrefix("http://localhost:1234/") else { return nil }
    let path = address.dropFirst("http://localhost:1234/".count)
    return FileManager.default.contents(atPath: folder.appending(path: "remotes/\(path)").path).map { Array($0) }
  }

  /// The tests of a group whose verdict or explanation is not the suite's.
  static func failures(of group: Group, in tables: SchemaTables, _ root: Int) throws -> [String] {
    let validator = try Validator(tables)
    return group.tests.filter { test in
      validator.isValid(test.value, against: root, direction: .none) != test.isValid
        || validator.explain(test.value, against: root, direction: .none).isEmpty != test.isValid
    }.map { "\(group.name): \($0.name)" }
  }
}
