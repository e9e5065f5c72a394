/// A JSON value as a tree that can be built and changed. Objects keep their order, numbers their digits.
///
/// Equality is that of JSON: numbers by exact value (`1.0` is `1`), strings by code points, objects without regard to the
/// order of their members. Use ``JSONTape`` to look at a text without building a tree.
public enum JSON: Sendable {
  /// The literal `null`.
  case null
  /// The literal `true` or `false`.
  case bool(Bool)
  /// A number as it was written.
  case number(JSONNumber)
  /// A string, decoded.
  case string(String)
  /// A list of elements.
  case array([JSON])
  /// Members in order.
  case object(JSONObject)
}

extension JSON: Hashable {
  /// Whether two values are the same to JSON.
  public static func == (first: JSON, second: JSON) -> Bool {
    switch (first, second) {
    case (.null, .null): true
    case (.bool(let first), .bool(let second)): first == second
    case (.number(let first), .number(let second)): first == second
    case (.string(let first), .string(let second)): areSameCodePoints(first, second)
    case (.array(let first), .array(let second)): first == second
    case (.object(let first), .object(let second)): first == second
    default: false
    }
  }

  /// Feeds what equality looks at.
  public func hash(into hasher: inout Hasher) {
    switch self {
    case .null:
      hasher.combine(0)
    case .bool(let value):
      hasher.combine(value)
    case .number(let number):
      hasher.combine(number)
    case .string(let string):
      hasher.combine(JSONKey(string))
    case .array(let elements):
      hasher.combine(elements)
    case .object(let object):
      hasher.combine(object)
    }
  }
}
