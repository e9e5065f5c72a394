import DoubletContracts
import DoubletJSON
import DoubletValidation
import Synchronization

/// A body that is shown, and not made by an action.
struct ShownBody: Sendable {
  var value: JSON
  /// Whether the document says it; else it is a sample.
  var isExample: Bool
}

/// What a contract has to show for each media type of its responses where no state says what to answer: the first example
/// that is valid, else a valid sample, else the first example. It is looked for once, and kept.
final class ShownBodies: Sendable {
  private let contract: Contract
  private let validator: Validator
  private let sampler: Sampler
  private let mediaTypes: [MediaType?]
  private let memory: SchemaMemory
  private let kept = Mutex<[Int: ShownBody?]>([:])

  init(_ contract: Contract, _ validator: Validator, _ mediaTypes: [MediaType?], _ memory: SchemaMemory) {
    self.contract = contract
    self.validator = validator
    self.mediaTypes = mediaTypes
    self.memory = memory
    sampler = Sampler(validator)
  }

  /// What is shown for the media type of that index; nil where it has no example and no value is valid.
  func body(of mediaType: Int) -> ShownBody? {
    if let body = kept.withLock({ $0[mediaType] }) { return body }
    let examples = contract.examples[contract.mediaTypes[mediaType].examples.indices]
    let body =
      examples.first { isValid($0.value, as: mediaType) }.map { ShownBody(value: $0.value, isExample: true) }
      ?? sample(of: mediaType).map { ShownBody(value: $0, isExample: false) }
      ?? examples.first.map { ShownBody(value: $0.value, isExample: true) }
    kept.withLock { $0[mediaType] = .some(body) }
    return body
  }

  /// The example of a name.
  func example(_ name: String, of mediaType: Int) -> ShownBody? {
    contract.examples[contract.mediaTypes[mediaType].examples.indices].first { $0.name == name }
      .map { ShownBody(value: $0.value, isExample: true) }
  }

  /// A valid sample; that of seed 0 is kept, and stands for a seed that finds none.
  func sample(of mediaType: Int, seed: UInt64 = 0) -> JSON? {
    let row = contract.mediaTypes[mediaType]
    guard row.schema >= 0 || row.itemSchema >= 0 else {
      // Whatever is sent is right: the least that a client can read.
      return mediaTypes[mediaType]?.isJSON == true ? .object(JSONObject()) : .string("text")
    }
    let schema = row.schema >= 0 ? row.schema : row.itemSchema
    let varied = seed == 0 ? nil : sampler.sample(of: schema, direction: .response, seed: seed)
    let sample = varied ?? memory.sample(of: schema)
    return row.schema >= 0 ? sample : sample.map { .array([$0]) }
  }

  /// A valid sample in which lists have an entry where they may.
  func fullSample(of mediaType: Int) -> JSON? {
    let schema = contract.mediaTypes[mediaType].schema
    guard schema >= 0 else { return sample(of: mediaType) }
    return sampler.sample(of: schema, direction: .response, showsEntries: true)
  }

  /// A valid sample, with entries in its lists, of each branch that the body may choose.
  func branchSamples(of mediaType: Int) -> [JSON] {
    let tables = contract.schemas
    var schema = contract.mediaTypes[mediaType].schema
    guard schema >= 0 else { return [] }
    for _ in 0..<8 {
      guard let reference = tables.program(of: schema).first(where: { $0.opcode == .reference }) else { break }
      schema = Int(reference.a)
    }
    let choices = tables.program(of: schema).filter { $0.opcode == .oneOf || $0.opcode == .anyOf }
    return choices.flatMap { tables.children[Int($0.a)..<Int($0.a + $0.b)] }
      .compactMap { sampler.sample(of: $0, direction: .response, showsEntries: true) }
      .filter { isValid($0, as: mediaType) }
  }

  /// Whether a body meets the schema of its media type. A string of a type that is no JSON is such a document's text,
  /// which no schema is applied to.
  func isValid(_ value: JSON, as mediaType: Int) -> Bool {
    let schema = contract.mediaTypes[mediaType].schema
    if schema < 0 { return true }
    if value.string != nil, mediaTypes[mediaType]?.isJSON != true { return true }
    return validator.isValid(value, against: schema, direction: .response)
  }
}
