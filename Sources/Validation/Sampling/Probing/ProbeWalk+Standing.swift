import DoubletContracts
import DoubletJSON

extension ProbeWalk {
  /// A way to a schema.
  struct Visit {
    let schema: Applied
    var sites: ProbeSites
    /// Why the way leads nowhere.
    var hindrance: Hindrance?
    /// Whether the way is gone to its end, though another one to the schema was.
    var isRepeated = false
  }

  /// What became of a schema so far.
  struct Standing {
    /// Its rules that have no probe yet, each with what hindered it.
    private var open: [(rule: ProbeRule, hindrance: Hindrance?)]
    /// The place that was come to first.
    private let pointer: JSONPointer
    /// Whether a value was found that has a place for it.
    private(set) var isReached = false
    /// Why the ways that were gone lead nowhere.
    private(set) var hindrance: Hindrance?
    /// How many ways were searched for a value.
    var ways = 0
    private static let mostWays = 4

    init(_ rules: [ProbeRule], at trail: [SampleStep]) {
      open = rules.map { ($0, nil) }
      pointer = JSONPointer(tokens: trail.tokens)
    }

    /// Whether another way may tell more.
    var takesAnotherWay: Bool {
      guard ways < Self.mostWays else { return false }
      return !isReached || open.contains { $0.hindrance?.isOfTheRule != true }
    }

    /// Notes that a way leads nowhere; false where that tells nothing new.
    mutating func add(_ hindrance: Hindrance) -> Bool {
      let isNew = self.hindrance.map { $0.isCertain && !hindrance.isCertain } ?? true
      self.hindrance = hindrance.merged(with: self.hindrance)
      return isNew && !isReached
    }

    /// Looks for the probes that are missing.
    mutating func reach(_ probe: (ProbeRule) -> Hindrance?) {
      isReached = true
      open = open.compactMap { rule, known in
        if known?.isOfTheRule == true { return (rule, known) }
        return probe(rule).map { (rule, $0.merged(with: known)) }
      }
    }

    /// The rules that are left without a probe.
    var missing: [UnprobedRule] {
      open.map { rule, own in
        UnprobedRule(
          pointer: pointer,
          keyword: rule.keyword,
          schemaLocation: rule.schemaLocation,
          position: rule.position,
          hindrance: own ?? hindrance ?? Hindrance("no way leads to it")
        )
      }
    }
  }
}
