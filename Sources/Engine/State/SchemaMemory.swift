import DoubletContracts
import DoubletJSON
import DoubletValidation
import Synchronization

/// What is worked out of a contract's schemas when it is first asked for, and then kept: a document of a thousand
/// operations need not be looked through before its first answer.
final class SchemaMemory: Sendable {
  private let validator: Validator
  private let sampler: Sampler
  private let shapes = Mutex<[Int: Shape]>([:])
  private let samples = Mutex<[Int: JSON?]>([:])
  private let envelopes = Mutex<[Envelope: JSON]>([:])

  init(_ validator: Validator) {
    self.validator = validator
    sampler = Sampler(validator)
  }

  /// The shape of a schema.
  func shape(of schema: Int) -> Shape {
    if let known = shapes.withLock({ $0[schema] }) { return known }
    let shape = Shape(validator, schema: schema)
    shapes.withLock { $0[schema] = shape }
    return shape
  }

  /// A value of a schema as it is answered; nil where none was found.
  func sample(of schema: Int) -> JSON? {
    if let known = samples.withLock({ $0[schema] }) { return known }
    let sample = sampler.sample(of: schema, direction: .response)
    samples.withLock { $0[schema] = .some(sample) }
    return sample
  }

  /// A value of a member's schema, the one of a seed.
  func sample(of schema: Int, named name: String, seed: UInt64 = 0) -> JSON? {
    sampler.sample(of: schema, direction: .response, seed: seed, named: name)
  }

  /// An answer of a schema that holds a value as it is; nil where none can.
  func completion(of value: JSON, to schema: Int) -> JSON? { sampler.completion(of: value, to: schema) }

  /// What stands around the records of an answer.
  func body(of envelope: Envelope) -> JSON {
    if let known = envelopes.withLock({ $0[envelope] }) { return known }
    let body = envelope.body(self, validator)
    envelopes.withLock { $0[envelope] = body }
    return body
  }
}
