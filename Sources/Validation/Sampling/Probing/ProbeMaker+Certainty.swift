import DoubletContracts
import DoubletJSON

/// Rules that cannot be broken where they stand: what breaks them is judged by another schema, or by none.
extension ProbeMaker {
  /// The other values by which the discriminator takes the schema that the rule is of.
  func otherMeanings(for rule: ProbeRule) -> [JSON] {
    guard case .whole = rule.kind, let (row, rows) = discrimination, row.place == site.steps.tokens else { return [] }
    return rows.filter { !$0.isDefault && $0.schema == row.schema && $0.value != row.value }.map { .string($0.value) }
  }

  /// Why the rule is kept wherever its schema is chosen.
  func certainty(of rule: ProbeRule) -> Hindrance? {
    if contradictions.leavesNothing(to: rule.index, of: rule.schema) {
      return Hindrance(ProbeWalk.nothingLeft, dependencies: [])
    }
    let isImplied = if case .whole = rule.kind { contradictions.isImplied(rule.index, of: rule.schema) } else { false }
    if isImplied || contradictions.isImpliedByDiscriminator(rule)
      || contradictions.excludesBreaking(rule, among: [rule.schema], choosing: [])
    {
      return Hindrance("whatever breaks it breaks another rule of its schema", dependencies: [])
    }
    // Only what the way chooses: what a value may choose besides is not asked of another one.
    let chosen = site.steps.reversed().prefix(while: \.isInPlace).reversed()
    if contradictions.isImplied(rule, beside: contradictions.demand(of: site.asked, choosing: Array(chosen))) {
      let reason = "whatever breaks it breaks another rule for the same value"
      return Hindrance(reason, dependencies: isImpliedEverywhere(rule) ? [] : site.way.schemas(behind: nil))
    }
    if let choice = choices.last(where: { isTaken(rule, by: $0) }) {
      let reason = "whatever breaks it meets another schema of '\(choice.telling.keyword)'"
      return Hindrance(reason, dependencies: site.way.schemas(behind: choice.step))
    }
    guard let (row, rows) = discrimination, !rows.contains(where: \.isDefault) else { return nil }
    var place = site.steps.tokens
    if case .member(let name) = rule.kind { place.append(name) }
    guard place == row.place else { return nil }
    let everywhere = values(keeping: rule)
    let values = everywhere ?? rows.filter { $0.schema == row.schema }.map(\.value)
    return Hindrance(
      "its schema is chosen only where it is \(shown(values))",
      dependencies: everywhere == nil ? site.way.schemas(behind: row.step) : []
    )
  }

  /// Whether what stands beside the schema of a rule asks for what the rule asks for, wherever that schema is applied.
  private func isImpliedEverywhere(_ rule: ProbeRule) -> Bool {
    entrances.hold(to: rule.schema.schema) { holder, member in
      let demand = Demand(of: [Applied(holder, in: tables)], tables)
      guard let member else { return contradictions.isImplied(rule, beside: demand) }
      return contradictions.isImplied(rule, beside: Demand(of: demand.object.schemas(of: member, program), tables))
    }
  }

  /// `'cat' or 'dog'`.
  private func shown(_ values: [String]) -> String {
    let text = values.prefix(Self.mostShown).map { "'\($0)'" }.joined(separator: " or ")
    return values.count > Self.mostShown ? "\(text), … (\(values.count - Self.mostShown) more)" : text
  }

  private static var mostShown: Int { 12 }

  /// The values by which discriminators choose the schema that a rule is of, or stands below, where nothing else leads to
  /// it and all of them keep the rule.
  private func values(keeping rule: ProbeRule) -> [String]? {
    let schema = rule.schema.schema
    switch rule.kind {
    case .member(let name): return entrances.values(choosing: schema, by: name)
    case .whole:
      guard let name = site.steps.tokens.last, let values = entrances.values(of: schema, in: name) else { return nil }
      let areKept = values.allSatisfy { validator.isValid(.string($0), against: schema, direction: direction) }
      return areKept ? values : nil
    default: return nil
    }
  }

  /// The innermost choice that a discriminator makes on the way to the site: where its member is, the schema that it
  /// chooses and by which value, among all that it could choose.
  private var discrimination: (row: Meaning, rows: ArraySlice<DiscriminationRow>)? {
    for (position, step) in site.steps.enumerated().reversed() {
      guard case .option(let rule, let option) = step, tables.instructions[rule].opcode == .discriminator else {
        continue
      }
      let (a, b, c) = (tables.instructions[rule].a, tables.instructions[rule].b, tables.instructions[rule].c)
      let rows = tables.discriminations[Int(b)..<Int(b + c)]
      guard option < rows.count else { continue }
      let row = rows[rows.startIndex + option]
      let place = site.steps[..<position].tokens + [tables.names[Int(a)]]
      return (Meaning(step: position, place: place, schema: row.schema, value: row.value), rows)
    }
    return nil
  }

  private struct Meaning {
    let step: Int
    let place: [String]
    let schema: Int
    let value: String
  }
}
