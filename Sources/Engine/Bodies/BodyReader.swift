import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Reads a body, by its media type, as the JSON value that schemas and actions know it by, and judges it.
enum BodyReader {
  /// A body's value, and the rules that it breaks.
  struct Reading {
    /// The one JSON text that it is, or nil.
    private(set) var tape: JSONTape?
    private let tree: JSON?
    var violations: [Violation] = []

    init(value: JSON, violations: [Violation] = []) { (tree, self.violations) = (value, violations) }

    init(tape: JSONTape, violations: [Violation]) {
      (self.tape, self.violations) = (tape, violations)
      tree = nil
    }

    var value: JSON { tree ?? tape?.root.tree ?? .null }
  }

  /// Reads and judges a body of the media type `type`, which the operation takes by `content`.
  static func read(
    _ bytes: [UInt8],
    of type: MediaType,
    _ content: ServedContent,
    _ api: ServedContract
  ) throws(Unreadable) -> Reading {
    switch type.kind {
    case .json: return try json(bytes, content, api)
    case .jsonLines: return documents(try JSONDocuments.lines(of: bytes), content, api)
    case .jsonSequence: return documents(try JSONDocuments.sequence(in: bytes), content, api)
    case .form:
      guard let fields = content.fields else { return try text(bytes, type, content, api) }
      return judged(try FormReader.read(bytes, fields, api.validator, content.row.position), content, api)
    case .multipart:
      guard let fields = content.fields else { return Reading(value: .string(Charset.octets(bytes))) }
      return judged(try MultipartReader.read(bytes, type, fields, api.validator, content.row.position), content, api)
    case .text: return try text(bytes, type, content, api)
    case .xml: return Reading(value: .string(charset(of: type).text(of: bytes) ?? Charset.octets(bytes)))
    case .binary:
      let reading = Reading(value: .string(Charset.octets(bytes)))
      return api.contract.judges(content.row, as: .binary) ? judged(reading, content, api) : reading
    }
  }

  /// The charset that a type names; UTF-8 where it names none.
  static func charset(of type: MediaType) -> Charset { type.parameter("charset").flatMap(Charset.init(name:)) ?? .utf8 }

  private static func json(
    _ bytes: [UInt8],
    _ content: ServedContent,
    _ api: ServedContract
  ) throws(Unreadable) -> Reading {
    let tape = try JSONDocuments.tape(of: bytes)
    return Reading(
      tape: tape,
      violations: Judge.duplicateKeys(of: tape, position: content.row.position)
        + (content.row.schema < 0 ? [] : Judge.violations(of: tape, against: content.row.schema, api.validator))
    )
  }

  private static func text(
    _ bytes: [UInt8],
    _ type: MediaType,
    _ content: ServedContent,
    _ api: ServedContract
  ) throws(Unreadable) -> Reading {
    let charset = charset(of: type)
    guard let text = charset.text(of: bytes) else { throw Unreadable(message: "is no text in \(charset.rawValue)") }
    let schema = content.row.schema
    guard schema >= 0, let typing = content.typing else { return Reading(value: .string(text)) }
    let value = typing.scalar(text) { api.validator.isValid($0, against: schema, direction: .request) }
    return judged(Reading(value: value), content, api)
  }

  /// Several JSON texts, which are an array. `itemSchema` is held against each of them, and so is a `schema` that knows
  /// no arrays.
  private static func documents(_ tapes: [JSONTape], _ content: ServedContent, _ api: ServedContract) -> Reading {
    let row = content.row
    var reading = Reading(value: .array(tapes.map(\.root.tree)))
    let isOfItems = row.schema >= 0 && content.typing?.types.contains(.array) == false
    let schemas = [row.itemSchema, isOfItems ? row.schema : -1].filter { $0 >= 0 }
    for (index, tape) in tapes.enumerated() {
      let place = ["body", String(index)]
      reading.violations += Judge.duplicateKeys(of: tape, position: row.position, at: place)
      for schema in schemas {
        reading.violations += Judge.violations(of: tape, against: schema, api.validator, at: place)
      }
    }
    return isOfItems ? reading : judged(reading, content, api)
  }

  private static func judged(_ reading: Reading, _ content: ServedContent, _ api: ServedContract) -> Reading {
    guard content.row.schema >= 0 else { return reading }
    var reading = reading
    let broken = Set(reading.violations.map(\.pointer))
    // What could not be read has no value: that it is missing is not worth a second violation.
    reading.violations += Judge.violations(
      of: reading.value,
      against: content.row.schema,
      api.validator,
      at: ["body"]
    ).filter { !broken.contains($0.pointer) }
    return reading
  }
}
