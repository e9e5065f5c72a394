import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Asks the validator, and puts its violations at their place in the exchange.
enum Judge {
  /// The violations of a value that stands at `place`: `body`, or `query` and a name.
  static func violations(
    of value: JSON,
    against schema: Int,
    _ validator: Validator,
    at place: @autoclosure () -> [String],
    direction: Validator.Direction = .request
  ) -> [Violation] {
    // Most parameters are text, and most of them are valid: such a one is judged where it stands.
    if case .string(let text) = value, validator.isValid(string: text, against: schema, direction: direction) {
      return []
    }
    if validator.isValid(value, against: schema, direction: direction) { return [] }
    let place = place()
    return validator.explain(
      value,
      against: schema,
      direction: direction,
      in: Violation.Place(rawValue: place[0]) ?? .body
    )
    .map { $0.moved(below: place) }
  }

  /// The violations of a parsed text.
  static func violations(
    of tape: JSONTape,
    against schema: Int,
    _ validator: Validator,
    at place: [String] = ["body"],
    direction: Validator.Direction = .request
  ) -> [Violation] {
    tape.withUnsafeCursor { cursor in
      if validator.isValid(cursor, against: schema, direction: direction) { return [] }
      return validator.explain(
        cursor,
        against: schema,
        direction: direction,
        in: Violation.Place(rawValue: place[0]) ?? .body
      )
      .map { $0.moved(below: place) }
    }
  }

  /// One violation for every key that an object of the text has twice.
  static func duplicateKeys(
    of tape: JSONTape,
    position: SourcePosition,
    at place: [String] = ["body"]
  ) -> [Violation] {
    Violation.duplicateKeys(in: tape.root, side: .request).map { violation in
      var violation = violation.moved(below: place)
      violation.position = position
      return violation
    }
  }
}

extension Violation {
  /// The violation as one of the exchange: its pointer starts at the part of the exchange that was judged.
  func moved(below place: [String]) -> Violation {
    var moved = self
    moved.pointer = JSONPointer(tokens: place + pointer.tokens)
    return moved
  }
}
