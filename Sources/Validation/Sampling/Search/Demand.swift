import DoubletContracts
import DoubletJSON

/// All that is asked of one value, gathered from every schema that applies to it in place: its own keywords, those of
/// `$ref` and `allOf`, and of the branches that were chosen.
struct Demand {
  /// The schemas that were gathered, in order.
  private(set) var schemas: [Applied] = []
  var types = JSONTypes.all
  /// What `enum` and `const` leave; nil where neither is given.
  var choices: [JSON]?
  /// Values that `not` excludes.
  var excluded: [JSON] = []
  var number = NumberDemand()
  var string = StringDemand()
  var array = ArrayDemand()
  var object = ObjectDemand()
  /// Alternatives that are still open.
  var alternatives: [Alternatives] = []
  /// Schemas that the value must not meet, as far as that is not asked by the rest.
  var nots: [Applied] = []
  /// Whether a value that is made to this demand may still break a rule, so that it must be judged.
  var isUncertain = false
  /// Values that the document shows.
  var examples: [JSON] = []
  /// What was asked that excludes each other, where that left nothing.
  private(set) var conflict: Conflict?
  /// The instructions that are left out.
  private var omitted: Set<Int> = []

  /// Whether something can meet the demand, as far as can be seen at once.
  var isPossible: Bool { !types.isEmpty && choices?.isEmpty != true }

  /// Gathers a schema and all that it leads to in place.
  mutating func add(_ applied: Applied, _ tables: SchemaTables) {
    guard !schemas.contains(applied) else { return }
    schemas.append(applied)
    examples += tables.examples(of: applied.schema).map(\.value)
    let span = tables.schemas[applied.schema].program
    for index in span.indices where !omitted.contains(index) { add(tables.instructions[index], index, applied, tables) }
  }

  /// The same demand without one rule and without the choices that were made for it. What the document shows keeps the
  /// rule, and is left out too.
  func omitting(_ rule: Int, _ tables: SchemaTables) -> Demand {
    var demand = Demand()
    demand.omitted = [rule]
    for schema in schemas { demand.add(schema, tables) }
    demand.alternatives = []
    demand.nots = []
    demand.examples = []
    demand.isUncertain = false
    demand.object.fixed = object.fixed
    return demand
  }

  /// Asks for one of these values.
  mutating func narrow(to values: [JSON]) {
    let left = choices.map { known in known.filter { values.contains($0) } } ?? values
    if left.isEmpty, conflict == nil { conflict = .values(choices ?? [], values) }
    choices = left
  }

  /// Asks for one of these types.
  mutating func narrow(to allowed: JSONTypes) {
    if types.isDisjoint(with: allowed), conflict == nil { conflict = .types(types, allowed) }
    types.formIntersection(allowed)
  }

  /// Asks for none of these types.
  mutating func refuse(_ refused: JSONTypes) {
    if types.isSubset(of: refused), conflict == nil { conflict = .rule("must be of another type", beside: types) }
    types.subtract(refused)
  }

  /// Asks for nothing at all.
  mutating func refuseAll(because rule: String = "is not allowed") {
    if conflict == nil { conflict = .rule(rule, beside: types == .all ? nil : types) }
    types = []
  }
}

extension Demand {
  /// All that these schemas ask of one value but for some rules, with the choices that are left.
  init(of schemas: [Applied], without rules: Set<Int>, _ tables: SchemaTables) {
    self.init()
    omitted = rules
    for schema in schemas { add(schema, tables) }
  }

  /// All that these schemas ask of one value.
  init(of schemas: some Sequence<Applied>, _ tables: SchemaTables) {
    self.init()
    for schema in schemas { add(schema, tables) }
  }
}
