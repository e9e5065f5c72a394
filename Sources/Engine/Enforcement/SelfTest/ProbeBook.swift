import DoubletContracts
import DoubletJSON
import DoubletValidation

/// The probes of schemas, each schema's made once: operations share most of them.
final class ProbeBook {
  private let sampler: Sampler
  private var known: [SchemaKey: [RuleKey: Result<Probe, Unsendable>]] = [:]

  private struct SchemaKey: Hashable {
    var schema: Int
    var direction: Validator.Direction
  }

  /// What a rule is known by: where it stands, and which member it asks for.
  private struct RuleKey: Hashable {
    var schemaLocation: String
    var position: SourcePosition
    var keyword: String
    var member: String

    init(_ schemaLocation: String, _ position: SourcePosition, _ keyword: String, _ pointer: [String]) {
      self.schemaLocation = schemaLocation
      self.position = position
      self.keyword = keyword
      member = keyword == "required" || keyword == "dependentRequired" ? pointer.last ?? "" : ""
    }
  }

  init(_ sampler: Sampler) { self.sampler = sampler }

  /// The probe of a rule of a schema.
  ///
  /// - Throws: why there is none.
  func probe(of rule: SchemaRule, _ schema: Int, _ direction: Validator.Direction) throws(Unsendable) -> Probe {
    let key = SchemaKey(schema: schema, direction: direction)
    let probes = known[key] ?? self.probes(of: key)
    known[key] = probes
    // Where no value reaches a rule, the member that it asks for is not told.
    let found =
      probes[RuleKey(rule.schemaLocation, rule.position, rule.keyword, rule.pointer)]
      ?? probes[RuleKey(rule.schemaLocation, rule.position, rule.keyword, [])]
    guard let found else { throw Unsendable("no value was found that reaches it") }
    return try found.get()
  }

  private func probes(of key: SchemaKey) -> [RuleKey: Result<Probe, Unsendable>] {
    let made = sampler.probes(of: key.schema, direction: key.direction)
    var probes: [RuleKey: Result<Probe, Unsendable>] = [:]
    for rule in made.missing {
      for pointer in [rule.pointer.tokens, []] {
        probes[RuleKey(rule.schemaLocation, rule.position, rule.keyword, pointer)] = .failure(
          Unsendable(rule.hindrance)
        )
      }
    }
    for probe in made.found {
      probes[RuleKey(probe.schemaLocation, probe.position, probe.keyword, probe.pointer.tokens)] = .success(probe)
    }
    return probes
  }
}
