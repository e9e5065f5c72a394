import DoubletContracts
import DoubletJSON

/// What tells that a rule is broken. All violations of a value are reported, so that the rule's own is mostly among them,
/// whatever else the value breaks. Of the branches of `anyOf` and `oneOf`, though, only the one that comes closest is
/// explained, and none where two come equally close. There the choice tells: the value is refused for it, and for nothing
/// but the rule. Either no branch is met, and the branch of the rule, asked by itself, names the rule and nothing else; or
/// the same schemas take the value without the rule.
extension ProbeMaker {
  /// A choice on the way to the site.
  struct Choice {
    let telling: Probe.Telling
    /// The index of its instruction.
    let rule: Int
    let branches: ArraySlice<Int>
    /// The branch that leads to the site.
    let branch: Int
    /// The step of the way that makes it.
    let step: Int
    /// Whether any branch will do; else a discriminator says which one.
    let isFree: Bool
  }

  /// What is told by the choice is worse than what is told by the rule.
  private static let costOfChoice = 1_000

  /// The violation that tells, and how much else the value breaks; nil where none does.
  mutating func telling(
    of rule: ProbeRule,
    as told: Probe.Telling,
    in violations: [Violation],
    by whole: JSON
  ) -> (telling: Probe.Telling, cost: Int)? {
    if violations.contains(where: { told.isTold(by: $0) && isOwn($0, rule, whole) }) { return (told, violations.count) }
    for (number, choice) in choices.enumerated() where violations.contains(where: choice.telling.isTold) {
      guard isAlone(told, behind: number, in: whole) || isRefused(whole, for: rule) else { continue }
      return (choice.telling, violations.count + Self.costOfChoice)
    }
    return nil
  }

  /// Whether a violation is that of the rule, and not one of another rule of the same keyword at the same place. What two
  /// schemas say in the same words is said once, for the first of them.
  private func isOwn(_ violation: Violation, _ rule: ProbeRule, _ whole: JSON) -> Bool {
    if violation.position == rule.position { return true }
    guard let value = whole.value(at: JSONPointer(tokens: site.steps.tokens)) else { return false }
    let own = validator.explain(value, against: rule.schema.schema, direction: direction)
    return own.contains { $0.code == violation.code && $0.message == violation.message }
  }

  /// Whether a value that is refused is so for a rule: without it, the same schemas take the value.
  private mutating func isRefused(_ whole: JSON, for rule: ProbeRule) -> Bool {
    takes(whole, root, without: rule)
  }

  /// Whether a schema takes a value without a rule.
  mutating func takes(_ value: JSON, _ schema: Int, without rule: ProbeRule) -> Bool {
    let lifted = lifted ?? Validator(rule.lifted(from: program))
    self.lifted = lifted
    return lifted.isValid(value, against: schema, direction: direction)
  }

  /// Whether no branch of a choice is met, and that of the rule for nothing but the rule, or a choice that leads on to it.
  private func isAlone(_ rule: Probe.Telling, behind number: Int, in whole: JSON) -> Bool {
    let choice = choices[number]
    guard tables.scopes.anchors.isEmpty, let value = whole.value(at: choice.telling.pointer) else { return false }
    guard !choice.branches.contains(where: { validator.isValid(value, against: $0, direction: direction) }) else {
      return false
    }
    let here = choice.telling.pointer.tokens
    let found = validator.explain(value, against: choice.branch, direction: direction)
    let inner = choices[(number + 1)...]
    let own = found.filter { violation in !inner.contains { $0.telling.isTold(by: violation, below: here) } }
    if own.count == 1, rule.isTold(by: own[0], below: here) { return true }
    guard let next = inner.firstIndex(where: { inner in found.contains { inner.telling.isTold(by: $0, below: here) } })
    else { return false }
    // What is told of a branch that comes closer is no rule of this one.
    let ofBranches = explanations(of: choices[next], in: whole)
    return own.allSatisfy { ofBranches.contains($0.position) } && isAlone(rule, behind: next, in: whole)
  }

  /// Where the rules stand that the branches of a choice, each by itself, find broken.
  private func explanations(of choice: Choice, in whole: JSON) -> Set<SourcePosition> {
    guard let value = whole.value(at: choice.telling.pointer) else { return [] }
    return choice.branches.reduce(into: []) { found, branch in
      found.formUnion(validator.explain(value, against: branch, direction: direction).map(\.position))
    }
  }

  /// The choices of `anyOf` and `oneOf` that the way to the site makes, the outermost first.
  static func choices(on way: [SampleStep], _ program: Program) -> [Choice] {
    way.enumerated().compactMap { position, step in
      guard case .option(let rule, let option) = step else { return nil }
      return choice(rule, option, after: way[..<position], program)
    }
  }

  private static func choice(
    _ rule: Int,
    _ option: Int,
    after way: ArraySlice<SampleStep>,
    _ program: Program
  ) -> Choice? {
    let tables = program.source
    let instruction = tables.instructions[rule]
    func choice(by teller: Instruction, _ branch: Int, isFree: Bool) -> Choice {
      Choice(
        telling: Probe.Telling(pointer: JSONPointer(tokens: way.tokens), keyword: teller.opcode.keyword),
        rule: rule,
        branches: tables.branches(teller),
        branch: branch,
        step: way.endIndex,
        isFree: isFree
      )
    }
    if instruction.opcode == .discriminator {
      // It chooses for objects; of what is none, the 'oneOf' or 'anyOf' after it tells, if there is one.
      guard program.sharesChoice(rule), option < instruction.c,
        let teller = tables.instructions[rule...].first(where: \.opcode.isChoice)
      else { return nil }
      return choice(by: teller, tables.discriminations[Int(instruction.b) + option].schema, isFree: false)
    }
    guard instruction.opcode.isChoice else { return nil }
    let branches = tables.branches(instruction)
    // Beside a discriminator the first option is that of objects.
    let isFree = !program.sharesChoice(rule)
    let number = branches.startIndex + option - (isFree ? 0 : 1)
    guard branches.indices.contains(number) else { return nil }
    return choice(by: instruction, branches[number], isFree: isFree)
  }
}

extension Program {
  /// Whether a rule is a discriminator that stands beside `anyOf` or `oneOf`, or one of these beside a discriminator: that
  /// one chooses for objects, they for whatever is none.
  func sharesChoice(_ rule: Int) -> Bool { rows.pointee.full[rule].c & 1 != 0 }
}

extension Opcode {
  fileprivate var isChoice: Bool { self == .anyOf || self == .oneOf }
}

extension Probe.Telling {
  /// Whether a violation is this one. What two schemas say in the same words is said once, for the first of them.
  func isTold(by violation: Violation) -> Bool { isTold(by: violation, below: []) }

  /// Whether a violation of the value at a place is this one.
  func isTold(by violation: Violation, below place: [String]) -> Bool {
    violation.code.hasSuffix(".\(keyword)") && place + violation.pointer.tokens == pointer.tokens
  }
}
