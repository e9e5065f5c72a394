import DoubletContracts
import DoubletJSON

extension Message {
  /// `must be a string or null, is the number 5`
  static func type(_ types: JSONTypes, _ value: JSONCursor) -> String {
    "must be \(list(types.names.map(article))), is \(typedValue(value))"
  }

  /// `must be one of "self", "customer", is "x"`
  static func enumeration(_ values: ArraySlice<JSON>, _ value: JSONCursor) -> String {
    "must be one of \(choices(values.map { Message.value($0) })), is \(Message.value(value))"
  }

  /// `must be "cat", is "dog"`
  static func constant(_ expected: JSON, _ value: JSONCursor) -> String {
    "must be \(Message.value(expected)), is \(Message.value(value))"
  }

  /// `is not allowed`
  static let never = "is not allowed"

  static func article(_ type: String) -> String {
    switch type {
    case "null": type
    case "integer", "object", "array": "an \(type)"
    default: "a \(type)"
    }
  }
}
