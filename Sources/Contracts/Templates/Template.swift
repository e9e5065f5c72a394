public import DoubletJSON

/// A JSON value with holes: strings in it may hold `{expression}`s. A string that is nothing but one expression becomes
/// the expression's value with its type (`'{status}'` → `404`); elsewhere its text is put in. `{{` stands for `{`.
/// An array whose only element names `{violation.…}` repeats that element for every violation.
public indirect enum Template: Sendable, Hashable {
  /// No template: the member, header or body is left out.
  case absent
  /// A value without holes.
  case constant(JSON)
  /// The value of one expression.
  case expression(Expression)
  /// Text and expressions in turn.
  case text([Piece])
  /// An array.
  case array([Template])
  /// An array with one element for every violation.
  case perViolation(Template)
  /// An object, members in order.
  case object([Member])

  /// A part of a text with holes.
  public enum Piece: Sendable, Hashable {
    /// Text as it stands.
    case literal(String)
    /// The text of an expression's value.
    case expression(Expression)
  }

  /// A member of an object.
  public struct Member: Sendable, Hashable {
    /// Its key.
    public var key: String
    /// Its value.
    public var value: Template

    /// A member.
    public init(key: String, value: Template) {
      self.key = key
      self.value = value
    }
  }
}
