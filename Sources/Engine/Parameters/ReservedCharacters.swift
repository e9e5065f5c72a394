import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Reserved characters that stand as they are in the value of a query parameter which does not allow it: without
/// `allowReserved` all but the unreserved characters are escaped (OpenAPI 3.1, section 4.8.12.2; RFC 6570, section 3.2.8).
enum ReservedCharacters {
  /// A blank is often sent as `+`, and `&` parts parameters.
  private static let reserved = Set(":/?#[]@!$'()*,;=".utf8)
  /// Browsers leave `*` as it stands in a form (URL Standard, section 1.3).
  private static let reservedInForm = reserved.subtracting("*".utf8)

  /// One violation for each such parameter.
  static func violations(in items: [QueryItem], of operation: ServedOperation) -> [Violation] {
    violations(in: items, of: operation.parameters, reserved, at: "query")
  }

  /// The same in the fields of a form (OpenAPI 3.1, section 4.8.15.1.2).
  static func violations(in form: [UInt8], of fields: FormFields) -> [Violation] {
    guard let text = Charset.utf8.text(of: form) else { return [] }
    return violations(in: QueryItem.all(in: text), of: fields.fields.map(\.parameter), reservedInForm, at: "body")
  }

  private static func violations(
    in items: [QueryItem],
    of parameters: [ServedParameter],
    _ reserved: Set<UInt8>,
    at place: String
  ) -> [Violation] {
    guard !items.isEmpty else { return [] }
    var seen: Set<String> = []
    return items.compactMap { item in
      guard let parameter = parameters.first(where: { $0.isWritten(as: item.name) }), !parameter.row.allowsReserved,
        let byte = item.rawValue.utf8.first(where: { reserved.contains($0) && !parameter.delimits($0) }),
        seen.insert(parameter.row.name).inserted
      else { return nil }
      return violation(of: parameter.row, String(Unicode.Scalar(byte)), at: place)
    }
  }

  private static func violation(of row: ParameterRow, _ character: String, at place: String) -> Violation {
    Violation(
      side: .request,
      code: "\(place).reserved",
      pointer: JSONPointer(tokens: [place, row.name]),
      position: row.position,
      message: "has '\(character)' as it stands, must have \(PercentEncoding.encodeValue(character)): "
        + "'allowReserved' is not set"
    )
  }
}

extension ServedParameter {
  /// Whether a parameter of a query that is called so is it, or a part of it.
  fileprivate func isWritten(as name: String) -> Bool {
    guard row.location == .query else { return false }
    if row.style == .deepObject { return DeepName.members(of: name, below: row.name) != nil }
    return spreadsMembers ? typing.names(name) : row.name == name
  }

  /// Whether a character parts the elements or members of the value.
  fileprivate func delimits(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: ",") && typing.shape != .scalar && row.style == .form && !row.isExploded
  }
}
