public import DoubletJSON

extension Validator {
  /// Whether the value of a whole text meets the schema of that index.
  public func isValid(_ tape: JSONTape, against schema: Int, direction: Direction) -> Bool {
    tape.withUnsafeCursor { isValid($0, against: schema, direction: direction) }
  }

  /// Whether a tree meets the schema of that index.
  public func isValid(_ value: JSON, against schema: Int, direction: Direction) -> Bool {
    isValid(JSONTape(of: value), against: schema, direction: direction)
  }

  /// Whether a string, such as a parameter as it was sent, meets the schema of that index.
  public func isValid(string: String, against schema: Int, direction: Direction) -> Bool {
    JSONCursor.withString(string) { isValid($0, against: schema, direction: direction) }
  }

  /// All violations of the value of a whole text.
  public func explain(
    _ tape: JSONTape,
    against schema: Int,
    direction: Direction,
    in place: Violation.Place = .body
  ) -> [Violation] {
    tape.withUnsafeCursor { explain($0, against: schema, direction: direction, in: place) }
  }

  /// All violations of a tree.
  public func explain(
    _ value: JSON,
    against schema: Int,
    direction: Direction,
    in place: Violation.Place = .body
  ) -> [Violation] {
    explain(JSONTape(of: value), against: schema, direction: direction, in: place)
  }

  /// All violations of a string, such as a parameter as it was sent.
  public func explain(
    string: String,
    against schema: Int,
    direction: Direction,
    in place: Violation.Place
  ) -> [Violation] {
    explain(.string(string), against: schema, direction: direction, in: place)
  }
}
