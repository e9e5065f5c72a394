import DoubletContracts
import DoubletValidation

extension Compilation {
  /// The responses of an operation, in document order.
  func responses(of operation: Located, _ index: Int) -> Span {
    guard let responses = mapping(operation, "responses") else {
      if operation.node["responses"] == nil, version == .v3_0 {
        diagnostics.warning(
          "the operation declares no 'responses', so nothing is known of its answers",
          at: operation.node
        )
      }
      return .empty
    }
    var rows: [ResponseRow] = []
    for (key, value) in responses.members where !key.name.hasPrefix("x-") {
      guard let range = statuses(key) else { continue }
      let row = unenforced.within("response \(key.name)") { response(value, key, range, index) }
      if let row { rows.append(row) }
    }
    return append(rows, to: \.responses)
  }

  /// One response, or the one that it refers to.
  func response(_ value: Located, _ key: SourceNode, _ range: ClosedRange<Int>, _ operation: Int) -> ResponseRow? {
    guard let response = object(value, .response) else { return nil }
    if response.node["description"] == nil, version != .v3_2 {
      diagnostics.warning("the response '\(key.name)' has no 'description'", at: response.node)
    }
    checkInferred(response)
    direction = .response
    defer { direction = .request }
    for (_, link) in mapping(response, "links")?.members ?? [] { checkLink(link) }
    return ResponseRow(
      lowest: range.lowerBound,
      highest: range.upperBound,
      headers: headers(of: response, operation),
      content: content(of: response),
      position: key.position
    )
  }

  /// A link, which tells clients where to go on; nothing of it is done here.
  func checkLink(_ value: Located) {
    guard let link = object(value, .link) else { return }
    if (link.node["operationRef"] == nil) == (link.node["operationId"] == nil) {
      diagnostics.warning("a link names its operation by 'operationRef' or by 'operationId'", at: link.node)
    }
  }

  /// The statuses that `200`, `4XX` or `default` stands for.
  private func statuses(_ key: SourceNode) -> ClosedRange<Int>? {
    let name = key.name
    if name == "default" { return 0...999 }
    if name.utf8.count == 3, let status = Int(name), (100...599).contains(status) { return status...status }
    if name.utf8.count == 3, let digit = name.first?.wholeNumberValue, (1...5).contains(digit),
      name.dropFirst().lowercased() == "xx"
    {
      if !name.hasSuffix("XX") {
        diagnostics.warningOnce("range", "write '\(digit)XX', in capitals (told once a document)", at: key)
      }
      return (digit * 100)...(digit * 100 + 99)
    }
    mistake(
      "responses",
      of: name,
      "'\(name)' is no status; write one as '200', a range as '4XX', or 'default'",
      at: key
    )
    return nil
  }

  func headers(of response: Located, _ operation: Int) -> Span {
    var rows: [HeaderRow] = []
    for (key, value) in mapping(response, "headers")?.members ?? [] {
      // OpenAPI 3.1, section 4.8.17: a header 'Content-Type' is ignored, since 'content' says it.
      guard key.name.lowercased() != "content-type" else { continue }
      guard var row = headerRow(of: value, named: key.name, operation) else { continue }
      row.position = key.position
      rows.append(row)
    }
    return append(rows, to: \.headers)
  }

  /// One header field, or the one that it refers to.
  func headerRow(of value: Located, named name: String, _ operation: Int) -> HeaderRow? {
    guard let header = object(value, .header) else { return nil }
    let content = self.value(of: header, named: name, in: .header)
    return HeaderRow(
      name: name,
      isRequired: flag(header, "required"),
      schema: content.schema,
      isExploded: flag(header, "explode"),
      mediaType: content.mediaType,
      value: headerTemplate(header, operation),
      position: header.position
    )
  }
}
