import DoubletContracts
import DoubletJSON
import DoubletValidation
import Testing

/// One document after the other: the work of all at once would hold up tests that wait for a socket.
@Suite(.serialized, .enabled(if: DocumentCorpus.isPresent, "the corpora are not on this machine; set DOUBLET_CORPORA"))
struct SampleCorpusTests {
  /// The document of 1,166 operations takes long, and 855 of its 3,673 schemas ask for what they refuse, such as a
  /// `success` that is both true and false; all others have a sample.
  private static let documents = DocumentCorpus.documents.filter { $0 != "real/cloudflare.json" }

  @Test(arguments: documents)
  func `every body, parameter and header of a document has a sample`(_ document: String) throws {
    guard let contract = try DocumentCorpus.compile(document).contract else { return }
    let validator = try Validator(contract.schemas)
    let sampler = Sampler(validator)
    var missing: [String] = []
    let uses = uses(in: contract)
    for use in uses {
      guard let sample = sampler.sample(of: use.schema, direction: use.direction) else {
        let row = contract.schemas.schemas[use.schema]
        let file = contract.info.files[row.position.file]
        missing.append("\(file) \(row.location), \(use.direction)")
        continue
      }
      #expect(validator.isValid(sample, against: use.schema, direction: use.direction))
    }
    #expect(missing.isEmpty, "of \(uses.count)")
  }

  @Test(arguments: ["examples/petstore-expanded.yaml", "real/museum.yaml", "real/adyen-PayoutService-v52.json"])
  func `every rule of a document has a probe`(_ document: String) throws {
    let contract = try #require(try DocumentCorpus.compile(document).contract)
    let validator = try Validator(contract.schemas)
    for use in uses(in: contract) {
      let probes = Sampler(validator).probes(of: use.schema, direction: use.direction)
      for probe in probes.found {
        #expect(validator.isValid(probe.kept, against: use.schema, direction: use.direction), "\(probe)")
        let violations = validator.explain(probe.broken, against: use.schema, direction: use.direction)
        let told = probe.telling
        #expect(violations.contains { $0.pointer == told.pointer && $0.code == "body.\(told.keyword)" }, "\(probe)")
      }
      #expect(probes.missing.allSatisfy { $0.hindrance.isCertain }, "\(probes.missing)")
    }
  }

  /// A schema that a part of a message is judged by.
  private struct Use: Hashable {
    let schema: Int
    let direction: Validator.Direction
  }

  private func uses(in contract: Contract) -> [Use] {
    var uses: [Use] = []
    for operation in contract.operations {
      uses += contract.parameters[operation.parameters.indices].map { Use(schema: $0.schema, direction: .request) }
      if operation.body >= 0 {
        let content = contract.mediaTypes[contract.bodies[operation.body].content.indices]
        uses += content.map { Use(schema: $0.schema, direction: .request) }
      }
      for response in contract.responses[operation.responses.indices] {
        uses += contract.mediaTypes[response.content.indices].map { Use(schema: $0.schema, direction: .response) }
        uses += contract.headers[response.headers.indices].map { Use(schema: $0.schema, direction: .response) }
      }
    }
    var seen: Set<Use> = []
    return uses.filter { $0.schema >= 0 && seen.insert($0).inserted }
  }
}
