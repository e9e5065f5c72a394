internal import DoubletEngine
internal import NIOCore

/// Answers that take long to make. They are made off the event loop and written piece by piece, so that other connections
/// go on; requests behind them wait.
extension ConnectionHandler {
  /// Has an answer made, then sends it.
  func make(
    _ pending: PendingAnswer,
    by work: @escaping @Sendable () -> Answer,
    _ context: ChannelHandlerContext
  ) {
    state.make(pending)
    let promise = context.eventLoop.makePromise(of: PreparedAnswer.self)
    promise.futureResult.assumeIsolated().whenSuccess { self.send($0, context) }
    services.background.run { promise.succeed(PreparedAnswer(work())) }
  }

  private func send(_ prepared: PreparedAnswer, _ context: ChannelHandlerContext) {
    guard var pending = state.made() else { return }
    pending.answer = prepared.answer
    guard !prepared.pieces.isEmpty else {
      send(pending, context)
      return proceed(context)
    }
    let framing = writeHead(of: pending, length: prepared.length, context)
    pieces = framing.isHead ? [] : prepared.pieces[...]
    state.write(keepsAlive: framing.keepsAlive)
    writePieces(context)
  }

  /// Goes on with what the connection is about: the answer that it writes, or the next request.
  func goOn(_ context: ChannelHandlerContext) {
    if state.writes { writePieces(context) } else { proceed(context) }
  }

  /// Writes a piece each time the loop comes round, as long as the client reads them.
  private func writePieces(_ context: ChannelHandlerContext) {
    guard state.writes, !isWaitingItsTurn else { return }
    guard context.channel.isWritable else { return settle(context) }
    if let piece = pieces.popFirst() { write(piece, context) }
    if pieces.isEmpty {
      perform(state.written(), context)
      return proceed(context)
    }
    settle(context)
    waitForTurn(context)
  }
}
