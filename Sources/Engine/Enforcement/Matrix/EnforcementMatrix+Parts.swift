import DoubletContracts
import DoubletValidation

extension EnforcementMatrix {
  /// What the encodings of a multipart of that number ask of its parts, beside their values.
  func parts(of type: MediaTypeRow, _ number: Int) -> [EnforcementRow] {
    guard namesParts(type) else { return [] }
    return contract.encodings[type.encodings.indices].enumerated().flatMap { place, encoding -> [EnforcementRow] in
      func subject(_ rule: PartRule) -> EnforcementSubject { .part(mediaType: number, encoding: place, rule) }
      let (location, field) = ("body \(type.name)", "/\(encoding.name)")
      let headers = encoding.headers.indices.flatMap { index in
        rows(of: contract.headers[index], "\(location) \(field)", .request) { rule in
          switch rule {
          case .required: subject(.header(index))
          case .form: subject(.headerForm(index))
          case .schema(let rule): subject(.headerSchema(index, rule))
          }
        }
      }
      // Every type is right where none, or any, is asked for.
      if encoding.types.isEmpty || encoding.types.contains("*/*") { return headers }
      let position = encoding.position
      return [
        EnforcementRow(subject(.mediaType), location: location, field: field, rule: "mediaType", position: position)
      ]
        + headers
    }
  }

  /// The encodings of multiparts whose parts have no names: nothing tells which part they are of.
  func unnamedParts(of row: OperationRow) -> [EnforcementRow] {
    guard row.body >= 0 else { return [] }
    return contract.mediaTypes[contract.bodies[row.body].content.indices].flatMap { type -> [EnforcementRow] in
      guard ContentKind(mediaType: type.name) == .multipart, !namesParts(type) else { return [] }
      return contract.encodings[type.encodings.indices].filter { !$0.types.isEmpty || !$0.headers.isEmpty }.map {
        EnforcementRow(
          .nothing,
          location: "body \(type.name)",
          field: "/\($0.name)",
          rule: "encoding",
          position: $0.position,
          reason: "the parts of \(type.name) have no names that tell which field they are"
        )
      }
    }
  }

  /// Whether the parts of a body are fields by the names of their dispositions.
  private func namesParts(_ type: MediaTypeRow) -> Bool {
    guard let name = MediaType(type.name), name.kind == .multipart else { return false }
    return name.subtype == "form-data" || Outline(contract.schemas, type.schema).types.contains(.object)
  }
}
