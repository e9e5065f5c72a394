import DoubletContracts
import DoubletJSON
import DoubletValidation
import Testing

@testable import DoubletEngine

/// What the operations of documents that others wrote make of the records that are sent.
@Suite(.serialized, .enabled(if: OpenAPICorpus.isPresent, "set DOUBLET_CORPORA to the folder that holds openapi/"))
struct KeptCorpusTests {
  @Test(arguments: OpenAPICorpus.documents)
  func `a record is answered with what was sent`(document: String) async throws {
    let test = try SelfTest(try OpenAPICorpus.contract(of: document))
    var compared = 0
    for operation in test.api.operations {
      await Task.yield()
      for seed in 0..<4 {
        guard let (sent, answered) = exchanged(by: operation, seed: UInt64(seed), test) else { continue }
        compared += 1
        for (name, value) in sent {
          let there = answered[name] ?? .null
          #expect(there.holds(value), "\(operation.row.id) \(name): sent \(value), answered \(there)")
        }
      }
    }
    if document.hasPrefix("vendors/rebilly") { #expect(compared > 200) }
  }

  /// What a creation, a replacement or a merge is sent, as far as its answer has a place for it, and the record that
  /// it answers.
  private func exchanged(
    by operation: ServedOperation,
    seed: UInt64,
    _ test: SelfTest
  ) -> (sent: JSONObject, answered: JSON)? {
    guard let action = operation.action, [.create, .replace, .merge].contains(action.kind),
      let inferred = action.inferred,
      let type = operation.contents.firstIndex(where: { $0.type.isJSON && $0.row.schema >= 0 }),
      let body = test.maker.sampler.sample(
        of: operation.contents[type].row.schema,
        direction: .request,
        seed: seed
      ),
      var draft = try? test.maker.draft(for: operation)
    else { return nil }
    draft.body = .value(body, type: type)
    guard let exchange = try? test.exchange(of: test.attempt(draft)), exchange.answer.status < 300 else { return nil }
    let answer = exchange.answer.status == 201 ? inferred.made ?? inferred.answer : inferred.answer
    guard let held = answer.held, let answered = exchange.answer.json?.value(at: held) else { return nil }
    let resource = test.api.contract.resources[action.resource]
    // What the record's schema and the answer's name, and a request decides over.
    var sent = body.value(at: inferred.sent) ?? .null
    for schema in [resource.schema, answer.schema] where schema >= 0 {
      let shape = test.api.memory.shape(of: schema)
      sent = shape.keeping(shape.keeping(sent, direction: .request), direction: .response)
    }
    let own = resource.inferred.map { $0.keyMembers + $0.selfLinks.map { $0.tokens[0] } } ?? []
    for name in own { sent[name] = nil }
    return (sent.object ?? JSONObject(), answered)
  }
}

extension JSON {
  /// Whether it is another value, or has all that it has. A null may be left out.
  fileprivate func holds(_ other: JSON) -> Bool {
    switch (self, other) {
    case (.object(let own), .object(let other)):
      other.allSatisfy { member in (own[member.key] ?? .null).holds(member.value) }
    case (.array(let own), .array(let other)): own.count == other.count && zip(own, other).allSatisfy { $0.holds($1) }
    default: self == other
    }
  }
}
