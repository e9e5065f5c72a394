import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletSpecCompiler
import DoubletValidation
import Foundation
import Testing

/// Documents that others wrote.
private enum Corpus {
  static let folder: URL = {
    let root = URL(filePath: #filePath).resolvingSymlinksInPath()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let corpora = ProcessInfo.processInfo.environment["DOUBLET_CORPORA"] ?? "../shared/corpora"
    return URL(filePath: corpora, relativeTo: URL(filePath: root.path + "/")).appending(path: "openapi")
  }()

  static let documents: [String] = {
    let names = ["examples", "real"].flatMap { folder in
      ((try? FileManager.default.contentsOfDirectory(atPath: Corpus.folder.appending(path: folder).path)) ?? [])
        .sorted().map { "\(folder)/\($0)" }
    }
    if names.isEmpty { print("skipped: no corpus of OpenAPI documents at \(folder.path); set DOUBLET_CORPORA") }
    return names
  }()

  /// The document's contract, its operations asking for nothing: every stage of a request is reached by every request.
  static func contract(_ name: String) throws -> Contract {
    let bytes = try [UInt8](Data(contentsOf: folder.appending(path: name)))
    let result = SpecCompiler.compile(SourceFile(path: name, bytes: bytes))
    var contract = try #require(result.contract, "\(result.diagnostics.map(\.description))")
    for index in contract.operations.indices {
      contract.operations[index].parameters = .empty
      contract.operations[index].security = .empty
      contract.operations[index].body = -1
      contract.operations[index].action = -1
    }
    return contract
  }
}

@Suite(.enabled(if: !Corpus.documents.isEmpty, "the corpus of OpenAPI documents is absent"))
struct CorpusAnswerTests {
  /// A request for each operation, with a preference; what of the answers breaks the contract.
  private func breaches(of name: String, _ preferences: [String]) throws -> [String] {
    let contract = try Corpus.contract(name)
    let fake = try Fake([contract], configuration: FakeConfiguration(journalBytes: 1 << 20))
    let sampler = Sampler(try Validator(contract.schemas))
    var contradictions: [Int: Bool] = [:]
    func asksTooMuch(of answer: Answer, _ operation: OperationRow) -> Bool {
      let response = contract.response(of: operation, status: answer.status == 501 ? 200 : answer.status)
      let schemas = response.map { contract.mediaTypes[$0.content.indices].map(\.schema) } ?? []
      return schemas.contains { schema in
        guard schema >= 0 else { return false }
        if let known = contradictions[schema] { return known }
        contradictions[schema] = sampler.sample(of: schema, direction: .response) == nil
        return contradictions[schema] == true
      }
    }
    var sent = 0
    defer {
      print("\(name): \(sent) answers, \(contradictions.values.count { $0 }) schemas that no value was found for")
    }
    return contract.operations.flatMap { operation -> [String] in
      let path = operation.path.split(separator: "/").map { $0.contains("{") ? "1" : $0 }.joined(separator: "/")
      return preferences.flatMap { preference -> [String] in
        let answer = fake.send(operation.method, "/\(path)", headers: ["Prefer": preference])
        sent += 1
        guard let exchange = fake.exchange(sent) else { return ["\(operation.id): no exchange"] }
        // Some documents ask for what no value can be.
        guard !asksTooMuch(of: answer, operation) else { return [] }
        let asked = preference.hasPrefix("code=") ? Int(preference.dropFirst(5)) : nil
        let isRight = asked.map { $0 == answer.status } ?? (200..<400).contains(answer.status)
        return (isRight ? [] : ["\(operation.id) \(preference): \(answer.status)"])
          + exchange.violations.map { "\(operation.id) \(preference): \($0) in \(answer.text.prefix(200))" }
      }
    }
  }

  @Test(arguments: Corpus.documents)
  func `every injected problem of every operation is valid`(name: String) throws {
    let statuses = [401, 403, 404, 409, 422, 429, 500, 503].map { "code=\($0)" }
    let breaches = try breaches(of: name, statuses)
    #expect(breaches.isEmpty, "\(breaches.count): \(breaches.prefix(5))")
  }

  @Test(arguments: Corpus.documents)
  func `every operation has a success to show, and a dynamic one, both valid`(name: String) throws {
    let breaches = try breaches(of: name, ["wait=1", "dynamic=true, seed=3"])
    #expect(breaches.isEmpty, "\(breaches.count): \(breaches.prefix(5))")
  }
}
