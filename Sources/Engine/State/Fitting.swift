import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Makes a value valid by changing as little as it takes: what is missing is added, and only where what is there cannot
/// stay it is taken from a sample.
struct Fitting {
  let memory: SchemaMemory
  let validator: Validator

  /// How often the violations of a value are mended before the sample is taken whole.
  private static let rounds = 6

  /// The value, valid; nil where the schema has no sample to mend it with.
  func fitted(_ value: JSON, to schema: Int) -> JSON? {
    if isValid(value, schema) { return value }
    return memory.completion(of: value, to: schema) ?? mended(value, schema)
  }

  /// The value with all that answers have and requests may not say: what is required, what is read-only.
  func completed(_ value: JSON, to schema: Int) -> JSON {
    let filled = filled(value, schema)
    // The sample tells only what holds whichever branch a value takes.
    if !memory.shape(of: schema).branchesDecideReadOnly, isValid(filled, schema) { return filled }
    return memory.completion(of: value, to: schema) ?? mended(filled, schema) ?? filled
  }

  private func isValid(_ value: JSON, _ schema: Int) -> Bool {
    validator.isValid(value, against: schema, direction: .response)
  }

  /// The value with the sample's members in the place of those that it lacks.
  private func filled(_ value: JSON, _ schema: Int) -> JSON {
    guard case .object(var object) = value else { return value }
    let sample = memory.sample(of: schema)
    for member in memory.shape(of: schema).members where object[member.name] == nil {
      let isAnswered = member.isRequired || member.traits.contains(.readOnly)
      guard isAnswered, !member.traits.contains(.writeOnly) else { continue }
      object[member.name] = sample?[member.name] ?? memory.sample(of: member.schema, named: member.name)
    }
    return .object(object)
  }

  /// The value with the sample's where it violates the schema.
  private func mended(_ value: JSON, _ schema: Int) -> JSON? {
    guard let sample = memory.sample(of: schema) else { return nil }
    var value = value
    for _ in 0..<Fitting.rounds {
      for violation in validator.explain(value, against: schema, direction: .response) {
        mend(&value, at: violation.pointer, with: sample)
      }
      if isValid(value, schema) { return value }
    }
    return sample
  }

  /// Takes the sample's value at a place, or nothing where it has none there; where that changes nothing, the place above.
  /// A member that is null, and may not be, is left out.
  private func mend(_ value: inout JSON, at pointer: JSONPointer, with sample: JSON) {
    var place = pointer
    let holder = JSONPointer(tokens: place.tokens.dropLast())
    if value.value(at: place)?.isNull == true, value.value(at: holder)?.object != nil, value.remove(at: place) {
      return
    }
    while true {
      let better = sample.counterpart(of: place)
      if let better, better != value.value(at: place) {
        value.set(better, at: place)
        return
      }
      if better == nil, value.remove(at: place) { return }
      guard !place.tokens.isEmpty else { return }
      place = JSONPointer(tokens: place.tokens.dropLast())
    }
  }
}

extension JSON {
  /// The value at a place, where every element of an array is like its last one.
  fileprivate func counterpart(of pointer: JSONPointer) -> JSON? {
    pointer.tokens.reduce(JSON?.some(self)) { value, token in
      switch value {
      case .array(let elements):
        Int(token).flatMap { elements.prefix($0 + 1).last }
      case .object(let object): object[token]
      default: nil
      }
    }
  }
}
