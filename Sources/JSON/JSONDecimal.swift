/// A number prepared once to be compared with many, such as a `maximum` or a `multipleOf` of a schema.
public struct JSONDecimal: Sendable, Hashable {
  /// The number.
  public let number: JSONNumber

  /// Its short form, if it has one.
  let scaled: JSONScaled?

  /// The prepared form of a number.
  public init(_ number: JSONNumber) {
    self.number = number
    scaled = withUTF8(of: number.text) { JSONScaled($0) }
  }

  /// Whether both have the same value.
  public static func == (first: JSONDecimal, second: JSONDecimal) -> Bool { first.number == second.number }

  /// Feeds the value's digits and magnitude.
  public func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
