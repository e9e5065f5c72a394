import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Refuses a body whose media type, charset or content coding the operation does not take (RFC 9110, section 15.5.16).
  func negotiateBody(_ call: Call, _ operation: ServedOperation) throws(Problem) {
    guard let body = operation.body, !call.request.body.isEmpty else { return }
    guard let type = call.mediaType, operation.content(for: type) != nil else {
      let declared = operation.contents.map(\.type.description).joined(separator: ", ")
      let field = call.request.headers["Content-Type"]
      throw unsupported(
        field.map { "The body is declared as \($0); this operation takes \(declared)." }
          ?? "The body has no Content-Type; this operation takes \(declared).",
        "Content-Type",
        "mediaType",
        field.map { "is \($0), must be \(declared)" } ?? "is missing, must be \(declared)",
        body
      )
    }
    if let charset = type.parameter("charset"), let known = Engine.charsets(of: type.kind),
      !known.contains(where: { $0 == Charset(name: charset) })
    {
      let names = known.map(\.rawValue).joined(separator: ", ")
      throw unsupported(
        "The body is declared as text in '\(charset)'; this operation takes \(names).",
        "Content-Type",
        "charset",
        "has the charset \(charset), must be \(names)",
        body
      )
    }
    // Octets are taken as they come, coded or not.
    guard type.kind != .binary, let codings = call.request.headers["Content-Encoding"] else { return }
    let names = codings.split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
    guard names.allSatisfy({ $0.isEmpty || $0.lowercased() == "identity" }) else {
      var problem = unsupported(
        "The body is coded as \(codings); send it without Content-Encoding.",
        "Content-Encoding",
        "contentEncoding",
        "is \(codings), must be identity",
        body
      )
      problem.headers["Accept-Encoding"] = "identity"
      throw problem
    }
  }

  /// The charsets that bodies of a kind can come in; nil where a charset means nothing.
  private static func charsets(of kind: ContentKind) -> [Charset]? {
    switch kind {
    case .json, .jsonLines, .jsonSequence, .form: [.utf8]
    case .text, .xml: Charset.allCases
    case .multipart, .binary: nil
    }
  }

  private func unsupported(
    _ detail: String,
    _ header: String,
    _ keyword: String,
    _ message: String,
    _ body: BodyRow
  ) -> Problem {
    Problem(
      .unsupportedMediaType,
      detail,
      violations: [
        Violation(
          side: .request,
          place: .header,
          keyword: keyword,
          pointer: JSONPointer(tokens: ["header", header]),
          schemaLocation: "",
          position: body.position,
          message: message
        )
      ]
    )
  }
}
