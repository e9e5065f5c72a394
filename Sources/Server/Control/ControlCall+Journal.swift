internal import DoubletContracts
internal import DoubletEngine
internal import DoubletJSON

extension ControlCall {
  /// The exchanges, sandbox by sandbox and in each in the order of their arrival.
  func journal() -> Answer {
    let after = admission.parameter(.query, "after")?.int ?? 0
    let limit = admission.parameter(.query, "limit")?.int ?? .max
    let names = sandboxes
    let exchanges = names.flatMap { name in fake.journal(of: name).filter { $0.sequence > after } }.prefix(limit)
    return OwnAnswer.json([
      "exchanges": .array(exchanges.map { fake.json(of: $0) }),
      "evicted": .int(names.reduce(0) { $0 + fake.evicted(of: $1) }),
    ])
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
