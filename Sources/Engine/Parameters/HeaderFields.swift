import DoubletContracts
import DoubletValidation

/// Header fields that answers and parts declare: each is written as a header parameter is (OpenAPI 3.1, section 4.8.21).
enum HeaderFields {
  /// The fields of a run of a contract's headers. Many answers have the same ones: each schema is looked at once.
  static func served(_ headers: some Sequence<HeaderRow>, _ schemas: SchemaTables) -> [ServedParameter] {
    var typings: [Int: TextTyping] = [:]
    return headers.map { header in
      let typing = typings[header.schema] ?? TextTyping(Outline(schemas, header.schema))
      typings[header.schema] = typing
      return ServedParameter(ParameterRow(header), typing)
    }
  }

  /// What is wrong with a field whose text this is; nil: it is not there.
  static func violations(
    of text: String?,
    as header: ServedParameter,
    _ validator: Validator,
    _ direction: Validator.Direction
  ) -> [Violation] {
    let row = header.row
    guard let text else { return row.isRequired ? [violation(row, "required", "is required", direction)] : [] }
    if header.isPlainText, row.schema >= 0, validator.isValid(string: text, against: row.schema, direction: direction) {
      return []
    }
    switch ParameterReader.reading(of: header, SentParameter(text), validator) {
    case .absent: return []
    case .broken(let keyword, let message): return [violation(row, keyword, message, direction)]
    case .value(let value):
      guard row.schema >= 0 else { return [] }
      return Judge.violations(
        of: value,
        against: row.schema,
        validator,
        at: [row.location.rawValue, row.name],
        direction: direction
      )
    }
  }

  private static func violation(
    _ row: ParameterRow,
    _ keyword: String,
    _ message: String,
    _ direction: Validator.Direction
  ) -> Violation {
    var violation = ParameterReader.violation(row, keyword, message)
    violation.side = direction == .response ? .response : .request
    return violation
  }
}

extension ParameterRow {
  fileprivate init(_ header: HeaderRow) {
    self.init(
      name: header.name,
      location: .header,
      isRequired: header.isRequired,
      style: .simple,
      isExploded: header.isExploded,
      allowsReserved: false,
      schema: header.schema,
      mediaType: header.mediaType,
      isDeprecated: false,
      position: header.position
    )
  }
}
