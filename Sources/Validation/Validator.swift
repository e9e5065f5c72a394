public import DoubletContracts
public import DoubletJSON

/// Judges JSON values against the schemas of a contract.
///
/// Made once a contract: patterns are compiled, names hashed and numbers decoded then, and a rule that cannot be enforced
/// is an error then. After that it only reads, so that one validator serves all requests of a server.
///
/// ``isValid(_:against:direction:)-(JSONCursor,_,_)`` gives the verdict and allocates nothing for a valid value; ask
/// ``explain(_:against:direction:in:)-(JSONCursor,_,_,_)`` for the violations of one that is not.
public struct Validator: Sendable {
  /// Which way a value goes, which decides over members that are read-only or write-only.
  public enum Direction: Sendable, Hashable {
    /// To the API. Read-only members are neither looked at nor required.
    case request
    /// From the API. A write-only member is a violation, and not required.
    case response
    /// Neither: read-only and write-only mean nothing.
    case none
  }

  let program: Program

  /// A validator of a contract's schemas.
  ///
  /// - Throws: ``ValidatorError`` where a pattern is no regular expression, a format is unknown or a row points outside
  ///   its table. Nothing is skipped.
  public init(_ tables: SchemaTables) throws(ValidatorError) {
    program = try ProgramBuilder.program(of: tables)
  }

  /// A validator of a program that is there.
  init(_ program: Program) { self.program = program }

  /// Whether a value meets the schema of that index.
  ///
  /// A value that is nested too deeply, asks for too many steps or meets a pattern that cannot be decided is not valid:
  /// what is not known to be right is refused.
  public func isValid(_ value: JSONCursor, against schema: Int, direction: Direction) -> Bool {
    precondition(program.source.schemas.indices.contains(schema), "there is no schema \(schema)")
    return withExtendedLifetime(program) {
      var evaluator = Evaluator(program, direction: direction, value: value)
      return evaluator.verdict(schema, value)
    }
  }

  /// All violations of a value against the schema of that index, in the order of the text; none for a valid value.
  ///
  /// - Parameters:
  ///   - value: The value.
  ///   - schema: The index of the schema.
  ///   - direction: Which way the value goes.
  ///   - place: What the value is of a message, the first word of each code: `body` in `body.required`.
  public func explain(
    _ value: JSONCursor,
    against schema: Int,
    direction: Direction,
    in place: Violation.Place = .body
  ) -> [Violation] {
    precondition(program.source.schemas.indices.contains(schema), "there is no schema \(schema)")
    return withExtendedLifetime(program) {
      var explainer = Explainer(program, direction: direction, place: place, value: value)
      return explainer.violations(of: value, against: schema)
    }
  }
}
