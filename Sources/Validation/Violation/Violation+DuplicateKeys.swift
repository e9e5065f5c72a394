import DoubletContracts
public import DoubletJSON

extension Violation {
  /// A violation for each key that appears again in an object of a value.
  ///
  /// No schema speaks of keys that appear twice, and readers differ in which one they take (RFC 8259, section 4). The
  /// value is refused for it, apart from any schema: ``Validator`` looks at each of the members and judges them all.
  public static func duplicateKeys(in value: JSONView, side: Side, place: Place = .body) -> [Violation] {
    value.duplicateKeys.map { pointer, key in
      Violation(
        side: side,
        place: place,
        keyword: "duplicateKey",
        pointer: pointer.appending(key),
        schemaLocation: "",
        position: .none,
        message: "must not appear twice in one object"
      )
    }
  }
}
