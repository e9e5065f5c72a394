public import DoubletJSON

/// The set of JSON types that a schema allows. `integer` is a number without a fractional part, so 1.0 is one.
public struct JSONTypes: OptionSet, Sendable, Hashable {
  /// One bit a type.
  public let rawValue: Int

  /// A set of the bits of `rawValue`.
  public init(rawValue: Int) { self.rawValue = rawValue }

  /// `null`.
  public static let null = JSONTypes(rawValue: 1)
  /// `boolean`.
  public static let boolean = JSONTypes(rawValue: 2)
  /// `integer`.
  public static let integer = JSONTypes(rawValue: 4)
  /// `number`, which holds the integers.
  public static let number = JSONTypes(rawValue: 12)
  /// `string`.
  public static let string = JSONTypes(rawValue: 16)
  /// `array`.
  public static let array = JSONTypes(rawValue: 32)
  /// `object`.
  public static let object = JSONTypes(rawValue: 64)
  /// Every type.
  public static let all = JSONTypes(rawValue: 127)

  /// The types by their names, in the order in which messages list them.
  public static let named: [(name: String, type: JSONTypes)] = [
    ("string", .string), ("number", .number), ("integer", .integer), ("boolean", .boolean), ("object", .object),
    ("array", .array), ("null", .null),
  ]

  /// The type of that name in a schema, or nil.
  public init?(name: String) {
    guard let found = Self.named.first(where: { $0.name == name }) else { return nil }
    self = found.type
  }

  /// The names of the set: `string`, `null`. Where `number` is in it `integer` is not named.
  public var names: [String] {
    Self.named.filter { contains($0.type) && !($0.type == .integer && contains(.number)) }.map(\.name)
  }
}

extension JSONTypes {
  /// The type of a value; a whole number is an integer.
  public init(of value: JSON) {
    self =
      switch value {
      case .null: .null
      case .bool: .boolean
      case .number(let number): number.isInteger ? .integer : .number
      case .string: .string
      case .array: .array
      case .object: .object
      }
  }

  /// The types of several values.
  public init(ofAll values: some Sequence<JSON>) {
    self = values.reduce(JSONTypes()) { $0.union(JSONTypes(of: $1)) }
  }
}
