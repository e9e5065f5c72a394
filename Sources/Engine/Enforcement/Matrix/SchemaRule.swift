import DoubletContracts
import DoubletValidation

/// A rule of a schema, at the first place of a value that the schema reaches it by.
struct SchemaRule: Sendable, Hashable {
  /// The way from the value to the place, `*` for any element or member.
  var pointer: [String]
  /// The last part of a violation's code.
  var keyword: String
  /// Where it stands, as a violation has it.
  var schemaLocation: String
  var position: SourcePosition
  var note = ""

  /// The pointer as text.
  var field: String { pointer.map { "/\($0)" }.joined() }
}

/// The rules of schemas, each schema's worked out once: operations share most of them.
final class SchemaRules {
  private let tables: SchemaTables
  private var known: [Key: [SchemaRule]] = [:]
  private var bounded: [Int: Bool] = [:]

  private struct Key: Hashable {
    var schema: Int
    var direction: Validator.Direction
  }

  init(_ tables: SchemaTables) { self.tables = tables }

  /// The rules that a value of the schema can break, in document order. A schema that is reached in several ways is
  /// looked at once.
  func rules(of schema: Int, _ direction: Validator.Direction) -> [SchemaRule] {
    guard tables.schemas.indices.contains(schema) else { return [] }
    let key = Key(schema: schema, direction: direction)
    if let rules = known[key] { return rules }
    var walk = SchemaRuleWalk(tables, direction) { self.runsUnderBound($0) }
    walk.visitValue(schema, at: [])
    known[key] = walk.rules
    return walk.rules
  }

  /// Whether a pattern is run by backtracking, under a bound of steps.
  private func runsUnderBound(_ pattern: Int) -> Bool {
    if let known = bounded[pattern] { return known }
    let isBounded = (try? Pattern(tables.patterns[pattern]))?.isLinear == false
    bounded[pattern] = isBounded
    return isBounded
  }
}
