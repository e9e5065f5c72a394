public import DoubletContracts
import DoubletJSON

/// Proves that no value can meet a schema. Documents have such schemas: an `allOf` of a common answer, which succeeds, and
/// a common failure, which does not.
///
/// What is found is certain; what is not found may still contradict itself, by a pattern for instance. Each set of schemas
/// is looked at once, and the work for one schema is bounded.
public final class Contradictions {
  /// The schemas. They may grow: what is known of those that are there stays.
  public var tables: SchemaTables
  let direction: Validator.Direction
  private var excuses: ExcusedMembers
  /// Members that need not be there, though they are required. Those that any schema excuses, unless it is known by which
  /// schemas the value is entered.
  private(set) var excused: Set<String>
  /// Whether the schemas that are looked at are all that a value is entered by.
  private var isEntered = false
  private var known: [Key: Contradiction?] = [:]
  /// The sets that are being looked at: a value that must hold itself is not followed.
  private var open: Set<[Applied]> = []
  private var steps = 0

  private struct Key: Hashable {
    var schemas: [Applied]
    var isEntered: Bool
  }

  /// How many sets and choices are looked at for one schema.
  private static let most = 2_000
  /// How many for one of the ways that lead to a schema.
  private static let mostOfWay = 200

  /// The contradictions in schemas of values that go one way.
  public init(_ tables: SchemaTables, direction: Validator.Direction) {
    self.tables = tables
    self.direction = direction
    excuses = ExcusedMembers(tables, direction)
    excused = excuses.anywhere
  }

  /// Why no value can meet all of these schemas; nil where one may.
  public func contradiction(of schemas: [Int]) -> Contradiction? {
    steps = Contradictions.most
    return contradiction(schemas.map { Applied($0, in: tables) })
  }

  /// A rule that may be one of those of a schema: what it asks for, and the index of the instruction that it stands for.
  public struct Rule {
    /// What is asked for.
    public var step: Instruction
    /// The index of the instruction.
    public var index: Int

    /// A rule.
    public init(step: Instruction, index: Int) {
      self.step = step
      self.index = index
    }
  }

  /// Why no value can meet all of these schemas and rules that stand in another one; nil where one may.
  public func contradiction(of schemas: [Int], and rules: [Rule], ofSchema schema: Int) -> Contradiction? {
    steps = Contradictions.most
    var demand = Demand(of: schemas.map { Applied($0, in: tables) }, tables)
    for rule in rules { demand.add(rule.step, rule.index, Applied(schema, in: tables), tables) }
    return contradiction(in: demand)
  }

  func contradiction(_ schemas: [Applied]) -> Contradiction? {
    let key = Key(schemas: schemas, isEntered: isEntered)
    if let known = known[key] { return known }
    guard steps > 0, open.insert(schemas).inserted else { return nil }
    defer { open.remove(schemas) }
    steps -= 1
    let found = entering(schemas) { contradiction(in: demand(of: schemas, choosing: [])) }
    known[key] = .some(found)
    return found
  }

  /// Why no value that is entered by these schemas can meet them by the choices that a way makes; nil where one may.
  func contradiction(entering schemas: [Applied], choosing way: [SampleStep]) -> Contradiction? {
    steps = Contradictions.mostOfWay
    isEntered = true
    defer { isEntered = false }
    guard !way.isEmpty else { return contradiction(schemas) }
    return entering(schemas) { contradiction(in: demand(of: schemas, choosing: way)) }
  }

  /// Excuses what these schemas do, where a value is entered by them.
  private func entering(_ schemas: [Applied], _ body: () -> Contradiction?) -> Contradiction? {
    guard isEntered else { return body() }
    let outer = excused
    excused = schemas.reduce(into: []) { $0.formUnion(excuses.members(of: $1.schema, tables)) }
    defer { excused = outer }
    return body()
  }

  /// What schemas ask for by the choices that a way makes.
  func demand(of schemas: [Applied], choosing way: [SampleStep], without rules: Set<Int> = []) -> Demand {
    var demand = Demand(of: schemas, without: rules, tables)
    for case .option(let rule, let number) in way {
      guard let index = demand.alternatives.firstIndex(where: { $0.rule == rule }) else { continue }
      let alternatives = demand.alternatives.remove(at: index)
      if alternatives.options.indices.contains(number) { demand.add(alternatives.options[number], tables) }
    }
    return demand
  }

  /// Whether what is asked beside a rule excludes whatever breaks it.
  func excludesBreaking(_ rule: ProbeRule, among schemas: [Applied], choosing way: [SampleStep]) -> Bool {
    var demand = demand(of: schemas, choosing: way, without: [rule.index])
    let step = tables.instructions[rule.index]
    switch rule.kind {
    case .member(let name):
      demand.narrow(to: .object)
      demand.object.forbidden.insert(name)
    case .whole where step.opcode != .never: demand.contradict(step, rule.schema, tables)
    default: return false
    }
    steps = Contradictions.mostOfWay
    return contradiction(in: demand) != nil
  }

  /// What contradicts itself whichever way is taken where a choice is left.
  private func contradiction(in demand: Demand) -> Contradiction? {
    if let found = plainContradiction(in: demand) { return found }
    guard let next = demand.alternatives.first else { return nil }
    var first: Contradiction?
    for option in next.options {
      guard steps > 0 else { return nil }
      steps -= 1
      var chosen = demand
      chosen.alternatives.removeFirst()
      chosen.add(option, tables)
      guard let found = contradiction(in: chosen) else { return nil }
      first = first ?? found
    }
    first?.alternatives = next.options.count
    return first
  }
}

extension Sampler {
  /// Why no value can meet a schema, where that can be told.
  public func contradiction(of schema: Int, direction: Validator.Direction) -> Contradiction? {
    Contradictions(program.source, direction: direction).contradiction(of: [schema])
  }
}
