import DoubletContracts

extension Engine {
  /// The question that a read is, where the same words answer it every time.
  func question(about key: RecordKey, _ deed: Deed, _ call: Call) -> RememberedAnswers.Question? {
    guard deed.operation.isRepeatable, deed.isTold, call.preference == nil else { return nil }
    return RememberedAnswers.Question(
      operation: deed.operation.index,
      resource: deed.action.resource,
      key: key.text,
      way: RememberedAnswers.Way(base: call.linkBase, accept: call.request.headers["Accept"])
    )
  }

  /// Keeps an answer for the next time, once it was found to keep the contract.
  func remember(_ exchange: Exchange, of call: Call, in world: inout World) {
    guard let question = call.question, exchange.problem == nil, exchange.violations.isEmpty, !exchange.isUndocumented
    else { return }
    world.contracts[call.contract].remember(exchange.answer, to: question)
  }
}
