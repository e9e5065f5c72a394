import DoubletContracts
import DoubletJSON

extension Engine {
  /// Adds the header fields that an answer's response declares, and that its preference asks for.
  func finish(_ answer: inout Answer, by response: ResponseRow?, _ call: Call, _ context: WordingContext) {
    addWordedHeaders(of: response, to: &answer, context)
    addQuotaHeaders(of: response, to: &answer, call, context)
    addOtherHeaders(of: response, to: &answer, call)
    // A problem that is asked for by number equals a natural one: its status tells that the preference was heeded.
    if let preference = call.preference, preference.asksForBody || answer.status < 400 {
      answer.headers["Preference-Applied"] = preference.applied
    }
  }

  /// The header fields whose value the spec makes of the case.
  private func addWordedHeaders(of response: ResponseRow?, to answer: inout Answer, _ context: WordingContext) {
    guard let response, let api = context.call.api else { return }
    for index in response.headers.indices where api.headerUses[index].contains(.isWorded) {
      let name = api.headers[index].row.name
      guard !answer.headers.contains(name) else { continue }
      let text = api.contract.headers[index].value.text(in: context)
      if !text.isEmpty { answer.headers[name] = text }
    }
  }

  /// The header fields that the document shows, and a valid sample of each of the others that must be there.
  private func addOtherHeaders(of response: ResponseRow?, to answer: inout Answer, _ call: Call) {
    guard let response, let api = call.api else { return }
    for index in response.headers.indices where api.headerUses[index].contains(.isShown) {
      let name = api.headers[index].row.name
      guard !answer.headers.contains(name) else { continue }
      if let text = api.shownHeaders.text(of: index) { answer.headers[name] = text }
    }
  }

  /// The header fields of the quotas that counted the request, as far as the answer declares them.
  private func addQuotaHeaders(
    of response: ResponseRow?,
    to answer: inout Answer,
    _ call: Call,
    _ context: WordingContext
  ) {
    guard !call.standings.isEmpty || context.problem?.standing != nil else { return }
    guard let response, let contract = call.api?.contract else { return }
    let declared = contract.headers[response.headers.indices]
    let used = call.standings + [context.problem?.standing].compactMap { $0 }
    for standing in used {
      var context = context
      context.standing = standing
      for header in contract.headers[contract.quotas[standing.quota].headers.indices]
      where answer.headers[header.name] == nil && declared.contains(where: { Headers.matches($0.name, header.name) }) {
        answer.headers[header.name] = header.value.text(in: context)
      }
    }
  }
}

extension Headers {
  /// Whether a field says how the message travels, which is for the server to say.
  static func isServersOwn(_ name: String) -> Bool { serversOwn.contains { matches($0, name) } }

  private static let serversOwn = [
    "Content-Length", "Content-Encoding", "Transfer-Encoding", "Connection", "Keep-Alive", "Date", "Upgrade", "Trailer",
  ]
}
