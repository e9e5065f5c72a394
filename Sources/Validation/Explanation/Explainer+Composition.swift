import DoubletContracts
import DoubletJSON

extension Explainer {
  /// Explains an instruction that applies schemas to the value itself.
  mutating func explainComposition(_ rule: Rule, _ value: JSONCursor, _ context: Context) {
    let step = rows.pointee.full[rule.index]
    switch step.opcode {
    case .allOf:
      for index in step.a..<(step.a + step.b) { explain(rows.pointee.children[index], value, context) }
    case .anyOf, .oneOf:
      if !evaluator.leavesChoice(step, value) { explainAlternatives(rule, value, context) }
    case .not:
      let context = context.noting(nil)
      if evaluator.isValid(step.a, value, context) {
        let unwanted = value.kind == .object ? presence(in: step.a) : nil
        report(rule, value, unwanted.map(Message.absence) ?? Message.not(source.schemas[Int(step.a)].location))
      }
    case .conditional:
      let branch = evaluator.holdsInBranch(step.a, value, context) ? step.b : step.c
      if branch >= 0 { explain(branch, value, context) }
    case .reference: explain(step.a, value, context)
    case .dynamicReference: explain(evaluator.target(of: step, context), value, context)
    case .dependentSchema:
      guard value.kind == .object, value.member(named: rows.pointee.name(step.a)) != nil else { return }
      explain(step.b, value, context)
    default: explainDiscriminator(rule, value, context)
    }
  }

  /// The branch that the discriminator names is the only one that is explained.
  @inline(never)
  private mutating func explainDiscriminator(_ rule: Rule, _ value: JSONCursor, _ context: Context) {
    guard value.kind == .object else { return }
    let step = rows.pointee.full[rule.index]
    let name = source.names[Int(step.a)]
    switch evaluator.choice(step, value) {
    case .schema(let schema): context.choosing(schema) { explain(schema, value, $0) }
    case .missing:
      guard step.c & 1 != 0 else { return }
      path.append(.missing(name))
      report(rule, value, Message.required)
      path.removeLast()
    case .unknown:
      guard let member = value.member(named: rows.pointee.name(step.a)) else { return }
      let instruction = source.instructions[rule.index]
      let values = source.discriminations[Int(instruction.b)..<Int(instruction.b + instruction.c)].filter {
        !$0.isDefault
      }
      .map(\.value)
      path.append(.missing(name))
      report(rule, member, Message.discriminator(values, member))
      path.removeLast()
    }
  }

  @inline(never)
  private mutating func explainAlternatives(_ rule: Rule, _ value: JSONCursor, _ context: Context) {
    let step = rows.pointee.full[rule.index]
    let branches = (step.a..<(step.a + step.b)).map { rows.pointee.children[$0] }
    let matches = evaluator.countMatches(step, value, context, upTo: .max)
    if matches == 1 || step.opcode == .anyOf && matches > 0 { return }
    if matches > 1, evaluator.isToldApart(step, value, context) { return }
    if value.kind == .object, let names = presences(of: branches) {
      let found = present(names, in: value)
      report(rule, value, Message.presence(names, has: found, isExact: step.opcode == .oneOf))
    } else if matches > 0 {
      report(rule, value, Message.oneOf(branches.count, matches: matches))
    } else {
      let isAny = step.opcode == .anyOf
      report(rule, value, isAny ? Message.anyOf(branches.count) : Message.oneOf(branches.count, matches: 0))
      explainNearest(of: branches, value, context)
    }
  }
}
