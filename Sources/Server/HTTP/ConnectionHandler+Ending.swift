internal import DoubletContracts
internal import DoubletEngine
internal import NIOCore

extension ConnectionHandler {
  /// Does what a transition asks for.
  func perform(_ action: ConnectionState.Action, _ context: ChannelHandlerContext) {
    switch action {
    case .none: break
    case .takeRest: proceed(context)
    case .end: endAfterFlush(context)
    case .close:
      context.flush()
      context.close(promise: nil)
    case .closeOutput:
      context.close(mode: .output, promise: nil)
      settle(context)
    case .abandon(let pending):
      delay?.cancel()
      services.finish(pending.ticket, .clientClosed)
      context.flush()
      context.close(promise: nil)
    }
  }

  /// Waits until all that was written has left, then closes as the state says.
  private func endAfterFlush(_ context: ChannelHandlerContext) {
    let written = context.eventLoop.makePromise(of: Void.self)
    written.futureResult.assumeIsolated().whenComplete { result in
      switch result {
      case .success: self.perform(self.state.lastPartWritten(), context)
      case .failure: context.close(promise: nil)
      }
    }
    context.writeAndFlush(Self.wrapOutboundOut(ByteBuffer()), promise: written)
    settle(context)
  }

  /// Takes the whole requests that wait when the client is gone: each is done and recorded, and has no answer.
  func takeLeftBehind() {
    var isLast = false
    while state.takes, !isLast, inbound.readableBytes > 0 {
      switch reader.next(&inbound) {
      case .request(let incoming):
        let reply = reply(to: incoming, refused: nil)
        // What it asks for is done, though nobody waits for the answer.
        if let work = reply.later { _ = work() }
        services.finish(reply.ticket, .clientClosed)
        isLast = !incoming.keepsAlive
      case .expectsContinue: continue
      case .needsMore, .failed: return
      }
    }
  }

  /// Records the request that the connection's end cut off.
  func abandonUnfinished() {
    guard state.takes, reader.isWithinRequest || inbound.readableBytes > 0 else { return }
    if case .failed(_, let incoming?) = reader.fail(.unfinished) {
      let refusal = ReadRefusal(.malformed, ReadFailure.unfinished.reason)
      let reply = services.responder.begin(incoming.request, refused: refusal)
      services.finish(reply.ticket, .clientClosed)
    } else {
      services.responder.countUnreadable()
    }
  }

  /// Whether the socket is to be read: not while the client does not read, nor beyond the bound while an answer waits.
  /// It is read while an answer waits, so that the end of the client is noticed.
  func wantsRead(_ context: ChannelHandlerContext) -> Bool {
    switch state.phase {
    case .taking: context.channel.isWritable && !state.isInputClosed && !isWaitingItsTurn
    case .delaying: inbound.readableBytes < services.limits.pipelinedBytes
    case .making, .writing: inbound.readableBytes < services.limits.pipelinedBytes && !state.isInputClosed
    case .lingering: true
    case .ending, .closed: false
    }
  }
}
