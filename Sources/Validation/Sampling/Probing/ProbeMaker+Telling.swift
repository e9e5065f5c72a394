import DoubletContracts
import DoubletJSON

/// What tells that a rule is broken. All violations of a value are reported, so that the rule's own is mostly among them,
/// whatever else the value breaks. Of the branches of `anyOf` and `oneOf`, though, only the one that comes closest is
/// explained, and none where two come equally close. There the choice tells: the value is refused for it, no branch is
/// met, and the branch of the rule, asked by itself, names the rule.
extension ProbeMaker {
  /// A choice on the way to the site.
  struct Choice {
    let telling: Probe.Telling
    let branches: ArraySlice<Int>
    /// The branch that leads to the site.
    let branch: Int
  }

  /// What is told by the choice is worse than what is told by the rule.
  private static let costOfChoice = 1_000

  /// The violation that tells, and how much else the value breaks; nil where none does.
  func telling(
    of rule: Probe.Telling,
    in violations: [Violation],
    by whole: JSON
  ) -> (telling: Probe.Telling, cost: Int)? {
    if violations.contains(where: rule.isTold) { return (rule, violations.count) }
    guard tables.scopes.anchors.isEmpty else { return nil }
    for (number, choice) in choices.enumerated() where violations.contains(where: choice.telling.isTold) {
      if let cost = cost(of: rule, behind: number, by: whole) {
        return (choice.telling, cost + violations.count + Self.costOfChoice)
      }
    }
    return nil
  }

  /// How much the value breaks by the branch of a choice, if that names the rule, or a choice that leads on to it.
  private func cost(of rule: Probe.Telling, behind number: Int, by whole: JSON) -> Int? {
    let choice = choices[number]
    guard let value = whole.value(at: choice.telling.pointer) else { return nil }
    guard !choice.branches.contains(where: { validator.isValid(value, against: $0, direction: direction) }) else {
      return nil
    }
    let found = validator.explain(value, against: choice.branch, direction: direction)
    let here = choice.telling.pointer.tokens
    if found.contains(where: { rule.isTold(by: $0, below: here) }) { return found.count }
    let next = choices.indices.dropFirst(number + 1).first { next in
      found.contains { choices[next].telling.isTold(by: $0, below: here) }
    }
    return next.flatMap { cost(of: rule, behind: $0, by: whole) }
  }

  /// The choices of `anyOf` and `oneOf` that the way to the site makes, the outermost first.
  static func choices(on way: [SampleStep], _ program: Program) -> [Choice] {
    way.enumerated().compactMap { position, step in
      guard case .option(let rule, let option) = step else { return nil }
      return choice(rule, option, at: JSONPointer(tokens: way[..<position].tokens), program)
    }
  }

  private static func choice(_ rule: Int, _ option: Int, at place: JSONPointer, _ program: Program) -> Choice? {
    let tables = program.source
    let instruction = tables.instructions[rule]
    if instruction.opcode == .discriminator {
      // It chooses for objects; of what is none, the 'oneOf' or 'anyOf' after it tells.
      guard let next = tables.instructions[rule...].prefix(4).first(where: \.opcode.isChoice), option < instruction.c
      else {
        return nil
      }
      return Choice(
        telling: Probe.Telling(pointer: place, keyword: next.opcode.keyword),
        branches: tables.branches(next),
        branch: tables.discriminations[Int(instruction.b) + option].schema
      )
    }
    guard instruction.opcode.isChoice else { return nil }
    let branches = tables.branches(instruction)
    // Beside a discriminator the first option is that of objects.
    let number = branches.startIndex + option - (program.rows.pointee.full[rule].c != 0 ? 1 : 0)
    guard branches.indices.contains(number) else { return nil }
    return Choice(
      telling: Probe.Telling(pointer: place, keyword: instruction.opcode.keyword),
      branches: branches,
      branch: branches[number]
    )
  }
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
