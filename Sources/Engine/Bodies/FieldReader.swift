import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Makes the value of a form's field of what was sent under its name.
enum FieldReader {
  typealias Reading = ParameterReader.Reading

  /// Joins what was sent under one name: once, a value; several times, an array where the schema allows one. `read` makes
  /// a value of the part at an index, for the schema of the field or of its element.
  static func joined(_ count: Int, _ typing: TextTyping, _ read: (Int, Outline) -> Reading) -> Reading {
    if count == 1 {
      let whole = read(0, typing.outline)
      let isOnlyArray = typing.shape == .array && typing.types.isDisjoint(with: [.number, .boolean])
      guard isOnlyArray, case .value(let value) = whole, value.array == nil else { return whole }
    }
    guard typing.types.contains(.array) else {
      return .broken(keyword: "duplicate", message: "is given \(count) times, must be given once")
    }
    var elements: [JSON] = []
    for index in 0..<count {
      guard case .value(let value) = read(index, typing.outline.element(index)) else {
        return read(index, typing.outline.element(index))
      }
      elements.append(value)
    }
    return .value(.array(elements))
  }

  /// The value that a text stands for: a JSON document where only an array or object is right, else a scalar.
  static func value(of text: String, _ outline: Outline, _ validator: Validator) -> Reading {
    let typing = TextTyping(outline)
    let first = text.unicodeScalars.first { $0 != " " && $0 != "\t" && $0 != "\r" && $0 != "\n" }
    if !typing.allowsText, first == "{" || first == "[" || typing.shape == .object {
      return document(Array(text.utf8))
    }
    let schema = outline.schema
    return .value(
      typing.scalar(text) { schema < 0 || validator.isValid($0, against: schema, direction: .request) }
    )
  }

  /// The value of a field that is a JSON text.
  static func document(_ bytes: [UInt8]) -> Reading {
    do {
      let tape = try JSONTape(parsing: bytes)
      guard tape.root.duplicateKeys.isEmpty else {
        return .broken(keyword: "duplicateKey", message: "has a key twice in one object")
      }
      return .value(tape.root.tree)
    } catch {
      return .broken(keyword: "malformed", message: "is no JSON: \(error)")
    }
  }

  /// The violation of a field that could not be read.
  static func violation(_ name: String, _ keyword: String, _ message: String, _ position: SourcePosition) -> Violation {
    Violation(
      side: .request,
      place: .body,
      keyword: keyword,
      pointer: JSONPointer(tokens: ["body", name]),
      schemaLocation: "",
      position: position,
      message: message
    )
  }
}
