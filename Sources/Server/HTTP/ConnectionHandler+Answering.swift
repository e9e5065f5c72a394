internal import DoubletContracts
internal import DoubletEngine
internal import NIOCore

/// From a request to its answer on the wire.
extension ConnectionHandler {
  /// Answers a request, at once or after its delay.
  func respond(to incoming: IncomingRequest, refused: ProblemKind?, _ context: ChannelHandlerContext) {
    let reply = reply(to: incoming, refused: refused)
    let pending = PendingAnswer(
      answer: reply.answer,
      framing: AnswerFraming(
        isHead: incoming.request.method == "HEAD",
        // After a status below 200 a client waits for another answer; there is none.
        keepsAlive: incoming.keepsAlive && reply.answer.status >= 200,
        isOldVersion: incoming.isOldVersion
      ),
      ticket: reply.ticket
    )
    guard reply.delivery.delayMilliseconds > 0 else { return send(pending, context) }
    state.delay(pending)
    delay = context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(Int64(reply.delivery.delayMilliseconds)))
    {
      self.delayElapsed(context)
    }
  }

  /// The answer to a request: the server's own, or the responder's.
  func reply(to incoming: IncomingRequest, refused: ProblemKind?) -> Reply {
    if incoming.hasOrigin, refused == nil, let preflight = CORS.preflight(incoming.request) { return Reply(preflight) }
    let own = refused == nil ? services.answers.answer(incoming.request) : nil
    var reply = own.map { Reply($0) } ?? services.responder.begin(incoming.request, refused: refused)
    if incoming.hasOrigin { CORS.share(&reply.answer, with: incoming.request) }
    return reply
  }

  private func delayElapsed(_ context: ChannelHandlerContext) {
    delay = nil
    guard let pending = state.delayElapsed() else { return }
    send(pending, context)
    proceed(context)
  }

  /// Completes the exchange, then writes its answer: who has the answer finds the exchange in the journal.
  func send(_ pending: PendingAnswer, _ context: ChannelHandlerContext) {
    services.finish(pending.ticket, .sent)
    var framing = pending.framing
    framing.keepsAlive = framing.keepsAlive && !state.isDraining
    var buffer = context.channel.allocator.buffer(capacity: 512 + (framing.isHead ? 0 : pending.answer.body.count))
    buffer.writeAnswer(pending.answer, framing: framing, date: date.value(second: services.clock.milliseconds() / 1000))
    write(buffer, context)
    perform(state.answered(keepsAlive: framing.keepsAlive), context)
  }

  func write(_ buffer: ByteBuffer, _ context: ChannelHandlerContext) {
    context.write(Self.wrapOutboundOut(buffer), promise: nil)
    hasUnflushed = true
  }
}
