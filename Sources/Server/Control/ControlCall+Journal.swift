internal import DoubletContracts
internal import DoubletEngine
internal import DoubletJSON

extension ControlCall {
  /// The exchanges, sandbox by sandbox and in each in the order of their arrival. A journal can be long: the text is
  /// written exchange by exchange.
  func journal() -> Answer {
    let after = admission.parameter(.query, "after")?.int ?? 0
    let limit = admission.parameter(.query, "limit")?.int ?? .max
    let names = sandboxes
    let exchanges = names.lazy.flatMap { fake.exchanges(of: $0, after: after) }.prefix(limit)
    var body = Array(#"{"exchanges":["#.utf8)
    for exchange in exchanges {
      if body.last != UInt8(ascii: "[") { body.append(UInt8(ascii: ",")) }
      body += JSONWriter.bytes(of: fake.json(of: exchange))
    }
    let evicted = names.reduce(0) { $0 + fake.evicted(of: $1) }
    body += #"],"evicted":\#(evicted)}"#.utf8
    return Answer(status: 200, headers: ["Content-Type": "application/json"], body: body)
  }

  /// Forgets the exchanges.
  func deleteJournal() -> Answer {
    for name in sandboxes { fake.reset(name, only: [.journal]) }
    return Self.done
  }

  /// One exchange.
  func getExchange() throws(FakeError) -> Answer {
    guard let number = Int(path("seq")), let exchange = fake.exchange(number, of: sandbox) else {
      let evicted = fake.evicted(of: sandbox)
      let lost = evicted == 0 ? "" : "; the journal has lost its oldest \(evicted)"
      throw FakeError("There is no exchange \(path("seq")) in the sandbox '\(sandbox)'\(lost).", kind: .notFound)
    }
    return OwnAnswer.json(fake.json(of: exchange))
  }
}
