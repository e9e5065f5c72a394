internal import DoubletContracts
internal import DoubletEngine
internal import NIOCore

/// From a request to its answer on the wire.
extension ConnectionHandler {
  /// Answers a request, at once or after its delay.
  func respond(to incoming: IncomingRequest, refused: ReadRefusal?, _ context: ChannelHandlerContext) {
    let reply = reply(to: incoming, refused: refused)
    let pending = PendingAnswer(
      answer: reply.answer,
      framing: AnswerFraming(
        isHead: incoming.request.method == "HEAD",
        // After a status below 200 a client waits for another answer; there is none.
        keepsAlive: incoming.keepsAlive && (reply.later != nil || reply.answer.status >= 200),
        isOldVersion: incoming.isOldVersion
      ),
      ticket: reply.ticket
    )
    if let work = reply.later { return make(pending, by: work, context) }
    guard reply.delivery.delayMilliseconds > 0 else { return send(pending, context) }
    state.delay(pending)
    delay = context.eventLoop.assumeIsolated().scheduleTask(in: .milliseconds(Int64(reply.delivery.delayMilliseconds)))
    {
      self.delayElapsed(context)
    }
  }

  /// The answer to a request: the server's own, or the responder's.
  func reply(to incoming: IncomingRequest, refused: ReadRefusal?) -> Reply {
    if incoming.hasOrigin, refused == nil, let preflight = CORS.preflight(incoming.request) { return Reply(preflight) }
    let own = refused == nil ? services.answers.answer(incoming.request) : nil
    var reply = own.map { Reply($0) } ?? services.responder.begin(incoming.request, refused: refused)
    if incoming.hasOrigin {
      CORS.share(&reply.answer, with: incoming.request)
      if let later = reply.later {
        reply.later = {
          var answer = later()
          CORS.share(&answer, with: incoming.request)
          return answer
        }
      }
    }
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
    let framing = writeHead(of: pending, context)
    perform(state.answered(keepsAlive: framing.keepsAlive), context)
  }

  /// Completes the exchange, then writes the head of its answer, and the body where there is one in it.
  ///
  /// - Parameter length: The length of a body that is written apart.
  func writeHead(of pending: PendingAnswer, length: Int? = nil, _ context: ChannelHandlerContext) -> AnswerFraming {
    services.finish(pending.ticket, .sent)
    var framing = pending.framing
    framing.keepsAlive = framing.keepsAlive && !state.isDraining
    let now = date.value(second: services.clock.milliseconds() / 1000)
    let capacity = 512 + (framing.isHead ? 0 : pending.answer.body.count)
    let buffer = queues(context).buffers.buffer(capacity: capacity) {
      $0.writeAnswer(pending.answer, framing: framing, length: length, date: now)
    }
    write(buffer, context)
    return framing
  }

  func write(_ buffer: ByteBuffer, _ context: ChannelHandlerContext) {
    context.write(Self.wrapOutboundOut(buffer), promise: nil)
    hasUnflushed = true
  }
}
