import DoubletContracts
import DoubletJSON

/// What texts become: everything that travels outside of JSON is text, and the schema says which JSON values it stands
/// for.
struct TextTyping: Sendable {
  /// How the value is put together.
  enum Shape: Sendable {
    case scalar
    case array
    case object
  }

  let shape: Shape
  let types: JSONTypes
  let outline: Outline
  private let memberTypes: [String: JSONTypes]

  init(_ outline: Outline) {
    self.outline = outline
    types = outline.types
    // A schema that allows text takes the text as it stands.
    shape =
      types.contains(.string) ? .scalar : types.contains(.array) ? .array : types.contains(.object) ? .object : .scalar
    let names = shape == .object ? outline.memberNames : []
    memberTypes = Dictionary(uniqueKeysWithValues: names.map { ($0, outline.member($0).types) })
  }

  /// Whether text is a value as it stands.
  var allowsText: Bool { types.contains(.string) }

  /// Whether an object has a member of this name by the schema's own word.
  func names(_ member: String) -> Bool { memberTypes[member] != nil }

  /// The value that a text stands for. A text that could be several, as `5` where a number and a string are allowed, is
  /// the first that keeps the rules; where the schema says nothing of types, the first that breaks one: a rule for
  /// numbers is no less a rule because `type` was forgotten.
  func scalar(_ text: String, isValid: (JSON) -> Bool = { _ in true }) -> JSON {
    let values = TextTyping.values(of: text, among: types)
    guard values.count > 1 else { return values[0] }
    if types == .all { return values.first { !isValid($0) } ?? .string(text) }
    return values.first(where: isValid) ?? values[0]
  }

  func array(_ elements: [String]) -> JSON {
    .array(elements.enumerated().map { TextTyping.typed($0.element, as: outline.element($0.offset).types) })
  }

  /// An object of its members with the texts of each: several make an array, and so does one where nothing else is right.
  func object(_ members: [(name: String, texts: [String])]) -> JSON {
    .object(
      JSONObject(
        members.map { name, texts in
          let types = memberTypes[name] ?? outline.member(name).types
          let isArray = types.contains(.array) && types.isDisjoint(with: [.string, .number, .boolean, .object])
          guard texts.count == 1, !isArray || texts[0].first == "[" else {
            return (name, TextTyping(outline.member(name)).array(texts))
          }
          return (name, TextTyping.typed(texts[0], as: types))
        }
      )
    )
  }

  /// Whether a member may be an array.
  func allowsArray(_ member: String) -> Bool { outline.member(member).types.contains(.array) }

  /// A text as the JSON value that a schema of these types asks for.
  static func typed(_ text: String, as types: JSONTypes) -> JSON {
    types == .all ? .string(text) : values(of: text, among: types)[0]
  }

  /// The values of these types that a text can stand for; the text itself where there is none. How an array or object is
  /// written inside of another one OpenAPI leaves open (3.1, section 4.8.12.4): it is read as JSON.
  private static func values(of text: String, among types: JSONTypes) -> [JSON] {
    var values: [JSON] = []
    if !types.isDisjoint(with: .number), let number = JSONNumber(text: text) { values.append(.number(number)) }
    if types.contains(.boolean), text == "true" || text == "false" { values.append(.bool(text == "true")) }
    if types.contains(.string) { values.append(.string(text)) }
    if !types.isDisjoint(with: [.array, .object]), text.first == "[" || text.first == "{",
      case .value(let document) = FieldReader.document(Array(text.utf8))
    {
      values.append(document)
    }
    if types.contains(.null), text.isEmpty || text == "null" { values.append(.null) }
    return values.isEmpty ? [.string(text)] : values
  }
}
