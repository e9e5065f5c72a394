import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Reads `application/x-www-form-urlencoded` as the object that its schema describes.
enum FormReader {
  static func read(
    _ bytes: [UInt8],
    _ fields: FormFields,
    _ validator: Validator,
    _ position: SourcePosition
  ) throws(Unreadable) -> BodyReader.Reading {
    guard let text = Charset.utf8.text(of: bytes), PercentEncoding.isText(form: text) else {
      throw Unreadable(message: "is no form in UTF-8")
    }
    let items = QueryItem.all(in: text)
    var object = JSONObject()
    var violations: [Violation] = []
    func take(_ name: String, _ reading: ParameterReader.Reading) {
      switch reading {
      case .absent: break
      case .value(let value): object[name] = value
      case .broken(let keyword, let message):
        violations.append(FieldReader.violation(name, keyword, message, position))
      }
    }
    for field in fields.fields { take(field.name, reading(of: field, items, fields, validator)) }
    for (name, values) in others(items, fields) {
      let typing = TextTyping(fields.outline.member(name))
      take(name, FieldReader.joined(values.count, typing) { FieldReader.value(of: values[$0], $1, validator) })
    }
    return BodyReader.Reading(value: .object(object), violations: violations)
  }

  private static func reading(
    of field: FormField,
    _ items: [QueryItem],
    _ fields: FormFields,
    _ validator: Validator
  ) -> ParameterReader.Reading {
    if field.hasStyle {
      let sent = SentParameter(field.parameter, items, fields.names)
      return ParameterReader.reading(of: field.parameter, sent, validator)
    }
    let values = items.filter { $0.name == field.name }.map(\.value)
    if !values.isEmpty {
      return FieldReader.joined(values.count, field.typing) { FieldReader.value(of: values[$0], $1, validator) }
    }
    guard field.typing.shape != .scalar else { return .absent }
    // Where the document does not say how an object is written, what clients usually send is read: `a[b]=1`, or its
    // members by themselves.
    var sent = SentParameter(deep: field.name, items)
    if sent.deep.isEmpty, field.typing.shape == .object {
      sent.members = items.filter { field.typing.names($0.name) && fields.field($0.name) == nil }
        .map { ($0.name, $0.value) }
    }
    return ParameterReader.reading(of: field.parameter, sent, validator)
  }

  /// What no field claims, by name in the order of their first mention.
  private static func others(_ items: [QueryItem], _ fields: FormFields) -> [(name: String, values: [String])] {
    var others: [(name: String, values: [String])] = []
    var places: [String: Int] = [:]
    for item in items where !fields.names.claims(item.name) {
      if let place = places[item.name] {
        others[place].values.append(item.value)
      } else {
        places[item.name] = others.count
        others.append((item.name, [item.value]))
      }
    }
    return others
  }
}
