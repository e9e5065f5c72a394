public import DoubletContracts
public import DoubletJSON

/// A rule of a schema, with a value that keeps it and one that breaks it.
public struct Probe: Sendable, Hashable {
  /// The place in the value that the rule's violation names.
  public let pointer: JSONPointer
  /// The last word of the violation's code: `maxLength` of `body.maxLength`.
  public let keyword: String
  /// Where the rule stands: `#/components/schemas/Tag/maxLength`.
  public let schemaLocation: String
  /// Where the rule stands, as a line.
  public let position: SourcePosition
  /// A valid value that has the place; where it can it lies on the edge of the rule.
  public let kept: JSON
  /// A value whose violations, of which there are as few as can be, have the one that tells among them.
  public let broken: JSON
  /// The violation that tells that the rule is broken: its own or, in a branch of which nothing is said because no branch
  /// comes closest, that of the choice.
  public let telling: Telling

  /// Place and keyword of a violation.
  public struct Telling: Sendable, Hashable {
    /// The place in the value.
    public let pointer: JSONPointer
    /// The last word of the code.
    public let keyword: String
  }
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
  public internal(set) var hindrance: Hindrance
}

/// Why a rule has no probe.
public struct Hindrance: Error, Sendable, Hashable {
  /// The reason.
  public let reason: String
  /// The schemas on the way to the rule that what is certain depends on: it holds because of what stands above them, so
  /// that another way to one of them may lead around it. Empty where it lies in the rule itself, nil where nothing is
  /// certain.
  let dependencies: Set<Int>?

  init(_ reason: String, dependencies: Set<Int>? = nil) {
    self.reason = reason
    self.dependencies = dependencies
  }

  /// Whether it follows from the contract that no value keeps all and another breaks the rule; else none was found.
  public var isCertain: Bool { dependencies != nil }

  /// Whether it lies in the rule itself, so that it is the same at every place.
  var isOfTheRule: Bool { dependencies?.isEmpty == true }

  /// The same for a schema that what is hindered leads to.
  func below(_ schema: Int) -> Hindrance { Hindrance(reason, dependencies: dependencies?.union([schema])) }

  /// What hinders in two places: only where both are certain is it certain that nothing else comes of it.
  func merged(with earlier: Hindrance?) -> Hindrance {
    guard let earlier else { return self }
    guard let dependencies else { return earlier.isCertain ? self : earlier }
    return Hindrance(earlier.reason, dependencies: earlier.dependencies?.union(dependencies))
  }
}

/// The rules that a schema leads to, each one once.
public struct Probes: Sendable {
  /// Those with a probe, in the order in which they were found.
  public internal(set) var found: [Probe] = []
  /// Those without one, in the order of the schemas.
  public internal(set) var missing: [UnprobedRule] = []
}

extension Sampler {
  /// A value that keeps and one that breaks each rule that a schema leads to: its own, those of members, elements and
  /// references, of the branches of `anyOf`, `oneOf` and `if`.
  ///
  /// The work is bounded: rules that it does not reach are among the missing.
  public func probes(of schema: Int, direction: Validator.Direction) -> Probes {
    var walk = ProbeWalk(program, schema: schema, direction: direction)
    return walk.probes()
  }
}
