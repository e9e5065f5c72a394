public import DoubletContracts
public import DoubletJSON

/// A rule of a schema, with a value that keeps it and one that breaks it.
public struct Probe: Sendable, Hashable {
  /// The place in the value that the violation names.
  public let pointer: JSONPointer
  /// The last word of the violation's code: `maxLength` of `body.maxLength`.
  public let keyword: String
  /// Where the rule stands: `#/components/schemas/Tag/maxLength`.
  public let schemaLocation: String
  /// Where the rule stands, as a line.
  public let position: SourcePosition
  /// A valid value that has the place; where it can it lies on the edge of the rule.
  public let kept: JSON
  /// A value whose violations, of which there are as few as can be, have the one of this rule among them.
  public let broken: JSON
}

/// A rule that no probe was found for.
public struct UnprobedRule: Sendable, Hashable {
  /// The place in the value, as far as it is known.
  public let pointer: JSONPointer
  /// The keyword.
  public let keyword: String
  /// Where the rule stands.
  public let schemaLocation: String
  /// Where the rule stands, as a line.
  public let position: SourcePosition
  /// Why there is none.
  public let reason: String
}

/// The rules that a schema leads to, each one once.
public struct Probes: Sendable {
  /// Those with a probe, in the order of the schemas.
  public internal(set) var found: [Probe] = []
  /// Those without one.
  public internal(set) var missing: [UnprobedRule] = []
}

extension Sampler {
  /// A value that keeps and one that breaks each rule that a schema leads to: its own, those of members, elements and
  /// references, of the branches of `anyOf`, `oneOf` and `if`.
  ///
  /// The work is bounded by `most` rules; those beyond are among the missing.
  public func probes(of schema: Int, direction: Validator.Direction, most: Int = 5_000) -> Probes {
    var walk = ProbeWalk(program, schema: schema, direction: direction, most: most)
    return walk.probes()
  }
}
