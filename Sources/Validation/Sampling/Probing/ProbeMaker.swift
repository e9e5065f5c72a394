import DoubletContracts
import DoubletJSON

/// Makes the probe of one rule at its site, and has the validator confirm it.
struct ProbeMaker {
  /// Why there is no probe.
  struct Reason: Error {
    let text: String
  }

  let program: Program
  let root: Int
  let direction: Validator.Direction
  let site: ProbeSite
  var search: SampleSearch

  var tables: SchemaTables { program.source }
  private var validator: Validator { Validator(program) }

  init(_ program: Program, root: Int, direction: Validator.Direction, site: ProbeSite) {
    self.program = program
    self.root = root
    self.direction = direction
    self.site = site
    search = SampleSearch(program, direction: direction, seed: 0, name: "", attempt: 1)
  }

  /// The probe of a rule.
  mutating func probe(_ rule: ProbeRule) -> Result<Probe, Reason> {
    let pointer = JSONPointer(tokens: site.steps.tokens + self.tokens(of: rule))
    var best: (broken: JSON, violations: [Violation])?
    var others: Set<String> = []
    var isAccepted = false
    guard !isVacuous(rule) else { return .failure(reason(rule, isAccepted: false, [])) }
    for value in breaking(rule).prefix(Self.mostTries) {
      let whole = site.replacing(with: value)
      let violations = validator.explain(whole, against: root, direction: direction)
      if violations.isEmpty { isAccepted = true }
      guard violations.contains(where: { isOf(rule, $0, at: pointer) }) else {
        others.formUnion(violations.map { "\($0.code) at '\($0.pointer)'" })
        continue
      }
      if violations.count < best?.violations.count ?? .max { best = (whole, violations) }
      if violations.count == 1 { break }
    }
    guard let best else { return .failure(reason(rule, isAccepted: isAccepted, others)) }
    let kept = keeping(rule).lazy.map(site.replacing(with:)).first { isValid($0) }
    return .success(
      Probe(
        pointer: pointer,
        keyword: rule.keyword,
        schemaLocation: rule.schemaLocation,
        position: rule.position,
        kept: kept ?? site.whole,
        broken: best.broken
      )
    )
  }

  private func isValid(_ value: JSON) -> Bool { validator.isValid(value, against: root, direction: direction) }

  /// Whether a violation is of a rule. What two schemas say in the same words is said once, for the first of them.
  private func isOf(_ rule: ProbeRule, _ violation: Violation, at pointer: JSONPointer) -> Bool {
    violation.pointer == pointer && violation.code.hasSuffix(".\(rule.keyword)")
  }

  private func reason(_ rule: ProbeRule, isAccepted: Bool, _ others: Set<String>) -> Reason {
    if isVacuous(rule) { return Reason(text: "nothing can break it") }
    guard others.isEmpty else {
      return Reason(text: "a value that breaks it is told of by \(others.sorted().prefix(3).joined(separator: ", "))")
    }
    return Reason(
      text: isAccepted ? "a value that breaks it is valid all the same" : "no value was found that breaks it"
    )
  }

  /// Whether every value keeps the rule.
  private func isVacuous(_ rule: ProbeRule) -> Bool {
    let step = tables.instructions[rule.index]
    switch step.opcode {
    case .minLength, .minItems, .minProperties: return step.a <= 0
    case .format: return Format(name: tables.formats[Int(step.a)]) == .annotation
    case .type: return JSONTypes(rawValue: Int(step.a)) == .all
    default: return false
    }
  }

  /// What follows the site's place in the pointer of the rule's violation.
  private func tokens(of rule: ProbeRule) -> [String] {
    switch rule.kind {
    case .member(let name), .writeOnly(let name), .forbiddenMember(let name): return [name]
    case .forbiddenElement(let position): return [String(position)]
    case .key(let index): return [badKeys(index, rule.schema).first ?? ""]
    case .whole: break
    }
    switch tables.instructions[rule.index].opcode {
    case .members, .unevaluatedProperties: return [Self.unknownKey]
    case .unevaluatedItems: return [String(site.value.array?.count ?? 0)]
    case .discriminator: return [tables.names[Int(tables.instructions[rule.index].a)]]
    default: return []
    }
  }

  /// How many values are tried for a rule.
  private static let mostTries = 12

  /// A key that no schema names.
  static let unknownKey = "notInTheContract"
}
