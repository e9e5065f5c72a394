import DoubletContracts
import DoubletJSON
import DoubletValidation

extension ParameterReader {
  /// What became of a parameter, or of a field of a form.
  enum Reading {
    case absent
    case value(JSON)
    case broken(keyword: String, message: String)
  }

  /// Makes a value of what was sent.
  static func reading(of parameter: ServedParameter, _ sent: SentParameter, _ validator: Validator) -> Reading {
    guard sent.deep.isEmpty else {
      return DeepValue.value(of: sent.deep, parameter.typing.outline).map { .value($0) }
        ?? .broken(keyword: "style", message: "gives one name two texts, or a text and members")
    }
    guard let first = sent.texts.first else {
      return sent.members.isEmpty ? .absent : object(sent.members, parameter)
    }
    if sent.texts.count > 1 {
      guard parameter.row.repeatsArrays, parameter.typing.types.contains(.array), parameter.row.mediaType.isEmpty else {
        return .broken(keyword: "duplicate", message: "is given \(sent.texts.count) times, must be given once")
      }
      return .value(parameter.typing.array(sent.texts.map(\.decoded)))
    }
    return parameter.row.mediaType.isEmpty
      ? styled(first, parameter, validator)
      : document(first.decoded, MediaType(parameter.row.mediaType), parameter, validator)
  }

  /// A text in the parameter's style.
  private static func styled(
    _ text: SentParameter.Text,
    _ parameter: ServedParameter,
    _ validator: Validator
  ) -> Reading {
    let row = parameter.row
    let offStyle = Reading.broken(keyword: "style", message: "is not written in the style '\(row.style.rawValue)'")
    guard let bare = row.withoutPrefix(text, parameter.typing.shape) else { return offStyle }
    switch parameter.typing.shape {
    case .scalar: return .value(scalar(bare.decoded, parameter, validator))
    case .array: return row.elements(of: bare).map { .value(parameter.typing.array($0)) } ?? offStyle
    case .object:
      guard let members = row.members(of: bare) else {
        return .broken(keyword: "style", message: "must be names and values in turn")
      }
      return object(members, parameter)
    }
  }

  /// An object of its members. One that is given several times is an array, where it may be one.
  private static func object(_ members: [(name: String, value: String)], _ parameter: ServedParameter) -> Reading {
    let texts = Dictionary(grouping: members) { Array($0.name.utf8) }
    let joined = members.map { (name: $0.name, texts: texts[Array($0.name.utf8)]?.map(\.value) ?? []) }
    if let repeated = joined.first(where: { $0.texts.count > 1 && !parameter.typing.allowsArray($0.name) }) {
      let count = repeated.texts.count
      return .broken(keyword: "duplicate", message: "gives '\(repeated.name)' \(count) times, must give it once")
    }
    return .value(parameter.typing.object(joined))
  }

  /// A text that is a whole document.
  static func document(
    _ text: String,
    _ type: MediaType?,
    _ parameter: ServedParameter,
    _ validator: Validator
  ) -> Reading {
    guard type?.isJSON == true else { return .value(scalar(text, parameter, validator)) }
    return FieldReader.document(Array(text.utf8))
  }

  private static func scalar(_ text: String, _ parameter: ServedParameter, _ validator: Validator) -> JSON {
    let schema = parameter.row.schema
    return parameter.typing.scalar(text) { schema < 0 || validator.isValid($0, against: schema, direction: .request) }
  }
}
