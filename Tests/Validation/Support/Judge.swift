import DoubletContracts
import DoubletJSON
import DoubletValidation
import Testing

/// A schema, given as text, and a validator of it.
struct Judge {
  let validator: Validator
  let tables: SchemaTables
  let schema: Int
  var direction = Validator.Direction.none

  init(_ schema: String, direction: Validator.Direction = .none) throws {
    let builder = SchemaBuilder()
    self.schema = builder.add(try JSON(parsing: schema))
    tables = builder.finished
    validator = try Validator(tables)
    self.direction = direction
  }

  /// The violations of a text; the verdict must agree with them.
  func violations(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [Violation] {
    let tape = try JSONTape(parsing: Array(text.utf8))
    let violations = validator.explain(tape, against: schema, direction: direction)
    let verdict = validator.isValid(tape, against: schema, direction: direction)
    #expect(verdict == violations.isEmpty, "verdict and explanation disagree", sourceLocation: sourceLocation)
    return violations
  }

  /// The violations as `pointer: message`.
  func complaints(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> [String] {
    try violations(text, sourceLocation: sourceLocation).map { violation in
      violation.pointer.tokens.isEmpty ? violation.message : "\(violation.pointer): \(violation.message)"
    }
  }

  func accepts(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Bool {
    try violations(text, sourceLocation: sourceLocation).isEmpty
  }
}
