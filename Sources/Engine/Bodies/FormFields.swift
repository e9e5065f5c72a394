import DoubletContracts

/// The fields of a form, as its schema and its encodings have them: members of the object that the form stands for.
struct FormFields: Sendable {
  /// The fields that schema or encodings name, in the order of the document.
  let fields: [FormField]
  /// What the schema says of all of it.
  let outline: Outline
  /// The names that belong to a field.
  let names: QueryNames

  init(_ outline: Outline, _ encodings: ArraySlice<EncodingRow>, _ contract: Contract) {
    self.outline = outline
    let members = outline.memberNames
    let others = encodings.map(\.name).filter { !members.contains($0) }
    fields = (members + others).map { name in
      FormField(name, outline.member(name), encodings.first { $0.name == name }, contract)
    }
    names = QueryNames(fields)
  }

  /// The field of a name; nil where schema and encodings name none.
  func field(_ name: String) -> FormField? { fields.first { $0.name == name } }
}

/// A field of a form. It is written as a query parameter is.
struct FormField: Sendable {
  let parameter: ServedParameter
  /// Whether the document says how arrays and objects are written.
  let hasStyle: Bool
  /// The media types that its part may have; empty: any.
  let types: [MediaType]
  /// The header fields of its part, and their run in ``Contract/headers``.
  let headers: [ServedParameter]
  let headerRows: Range<Int>

  var name: String { parameter.row.name }
  var typing: TextTyping { parameter.typing }

  init(_ name: String, _ outline: Outline, _ encoding: EncodingRow?, _ contract: Contract) {
    hasStyle = encoding?.style != nil
    types = encoding?.types.compactMap { MediaType($0) } ?? []
    headerRows = (encoding?.headers ?? .empty).indices
    headers = HeaderFields.served(contract.headers[headerRows], contract.schemas)
    parameter = ServedParameter(
      ParameterRow(
        name: name,
        location: .query,
        isRequired: false,
        style: encoding?.style ?? .form,
        isExploded: encoding?.style == nil || encoding?.isExploded == true,
        allowsReserved: encoding?.allowsReserved ?? false,
        schema: outline.schema,
        mediaType: "",
        isDeprecated: false,
        position: encoding?.position ?? .none
      ),
      outline
    )
  }
}
