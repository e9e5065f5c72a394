import DoubletContracts
import DoubletJSON

extension Explainer {
  /// An instruction, and the schema whose it is.
  struct Rule {
    let schema: Int32
    let index: Int
  }

  /// Writes down that a value breaks a rule.
  @inline(never)
  mutating func report(_ rule: Rule, _ value: JSONCursor, _ message: String, keyword: String? = nil) {
    let keyword = keyword ?? rows.pointee.full[rule.index].opcode.keyword
    report(
      keyword,
      value,
      message,
      location: source.location(of: Int(rule.schema), keyword: keyword),
      position: source.positions[rule.index]
    )
  }

  /// Writes down that a value must not be there at all, because the schema for it is `false`.
  @inline(never)
  mutating func report(forbidden schema: Int32, _ keyword: String, _ value: JSONCursor, _ message: String) {
    let row = source.schemas[Int(schema)]
    report(keyword, value, message, location: row.location, position: row.position)
  }

  /// Writes down why no verdict was reached.
  @inline(never)
  mutating func report(_ doubt: Evaluator.Doubt, _ schema: Int32, _ value: JSONCursor) {
    let row = source.schemas[Int(schema)]
    let (keyword, message) =
      switch doubt {
      case .depth: ("depth", Message.depth)
      case .steps: ("steps", Message.steps)
      case .pattern(let index): ("pattern", Message.undecided(program.patterns[index]))
      }
    report(keyword, value, message, location: row.location, position: row.position)
  }

  @inline(never)
  mutating func report(
    _ keyword: String,
    _ value: JSONCursor,
    _ message: String,
    location: String,
    position: SourcePosition
  ) {
    let violation = Violation(
      side: side,
      place: place,
      keyword: keyword,
      pointer: pointer(value),
      schemaLocation: location,
      position: position,
      message: subject + message
    )
    found.append(Finding(order: value.index, violation: violation))
  }

  private func pointer(_ value: JSONCursor) -> JSONPointer {
    JSONPointer(
      tokens: path.map { token in
        switch token {
        case .key(let index): value.at(index).string
        case .missing(let name): name
        case .position(let position): String(position)
        }
      }
    )
  }

  /// Whether the schema is `false`.
  func isNever(_ schema: Int32) -> Bool { source.isNever(Int(schema)) }
}
