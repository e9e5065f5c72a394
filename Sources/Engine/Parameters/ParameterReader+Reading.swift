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
        ?? .broken(keyword: "style", message: "has a text and members under one name")
    }
    guard let first = sent.texts.first else {
      return sent.members.isEmpty ? .absent : .value(parameter.typing.object(sent.members))
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
    guard let bare = row.withoutPrefix(text) else {
      return .broken(keyword: "style", message: "is not written in the style '\(row.style.rawValue)'")
    }
    switch parameter.typing.shape {
    case .scalar: return .value(scalar(bare.decoded, parameter, validator))
    case .array: return .value(parameter.typing.array(row.elements(of: bare)))
    case .object:
      guard let members = row.members(of: bare) else {
        return .broken(keyword: "style", message: "must be names and values in turn")
      }
      return .value(parameter.typing.object(members))
    }
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
