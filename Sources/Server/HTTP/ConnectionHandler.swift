internal import DoubletContracts
internal import DoubletEngine
internal import Logging
internal import NIOCore

/// Serves one connection: takes requests from its bytes, asks the responder, writes the answers in order.
///
/// A request is taken only when the answer before it has been written and the client keeps up with reading. So one
/// request of a connection is under way at a time, however many it has sent, and a client that does not read cannot
/// make answers pile up: its requests stay in the socket.
final class ConnectionHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  /// Tells a connection that the server shuts down.
  struct DrainEvent: Sendable {}

  let services: ConnectionServices
  var state = ConnectionState()
  var reader: RequestReader
  /// Bytes that came and were not taken yet.
  var inbound = ByteBuffer()
  var timer = ConnectionTimer()
  var delay: Scheduled<Void>?
  /// What is to be written of an answer that is written in pieces.
  var pieces: ArraySlice<ByteBuffer> = []
  /// When the first byte of the request came that is not whole yet.
  var requestStart: NIODeadline?
  var date = HTTPDate()
  private var loop: LoopQueues?
  /// Whether something was written that is not on its way.
  var hasUnflushed = false
  private var isTaking = false
  /// Whether it has had its turn: the other connections are served before it takes more.
  private(set) var isWaitingItsTurn = false

  init(services: ConnectionServices) {
    self.services = services
    self.reader = RequestReader(limits: services.limits)
  }

  func channelActive(context: ChannelHandlerContext) {
    settle(context)
    context.fireChannelActive()
  }

  func handlerAdded(context: ChannelHandlerContext) {
    if context.channel.isActive { settle(context) }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    var bytes = Self.unwrapInboundIn(data)
    switch state.phase {
    case .taking, .delaying, .making, .writing:
      if inbound.readableBytes == 0 {
        inbound = bytes
      } else {
        inbound.writeBuffer(&bytes)
      }
      takeRequests(context)
    case .lingering:
      perform(state.dropped(bytes: bytes.readableBytes, limit: services.limits.lingerBytes), context)
    case .ending, .closed: break
    }
  }

  func channelReadComplete(context: ChannelHandlerContext) { settle(context) }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    if context.channel.isWritable { goOn(context) }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case ChannelEvent.inputClosed: perform(state.inputClosed(), context)
    case is DrainEvent:
      let isIdle = !reader.isWithinRequest && inbound.readableBytes == 0
      perform(state.drain(isIdle: isIdle), context)
    default: context.fireUserInboundEventTriggered(event)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer.cancel()
    delay?.cancel()
    takeLeftBehind()
    abandonUnfinished()
    if case .abandon(let pending) = state.close() { services.finish(pending.ticket, .clientClosed) }
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    // A reset, mostly. Whatever it is: this connection cannot go on, and no other is concerned.
    services.logger.debug("connection ended", metadata: ["error": "\(error)"])
    context.close(promise: nil)
  }

  /// Takes and answers what can be, then waits for more.
  func proceed(_ context: ChannelHandlerContext) {
    takeRequests(context)
    settle(context)
  }

  /// Takes requests as long as there are whole ones, its turn lasts, and the client reads their answers.
  private func takeRequests(_ context: ChannelHandlerContext) {
    guard !isTaking, !isWaitingItsTurn else { return }
    isTaking = true
    defer { isTaking = false }
    var answered = 0
    while state.takes, context.channel.isWritable {
      if answered == max(1, services.limits.requestsInTurn), inbound.readableBytes > 0 { return waitForTurn(context) }
      switch reader.next(&inbound) {
      case .needsMore:
        // Lets go of the bytes, so that NIO's pool can use their memory for the next read.
        if inbound.readableBytes == 0 { inbound = ByteBuffer() }
        return state.isInputClosed ? takeEnd(context) : ()
      case .expectsContinue:
        var buffer = context.channel.allocator.buffer(capacity: 32)
        buffer.writeContinue()
        write(buffer, context)
      case .request(let incoming):
        requestStart = nil
        answered += 1
        respond(to: incoming, refused: nil, context)
      case .failed(let failure, let incoming): refuse(failure, incoming, context)
      }
    }
  }

  /// Goes on when the others have had their turn.
  func waitForTurn(_ context: ChannelHandlerContext) {
    isWaitingItsTurn = true
    queues(context).turns.wait {
      self.isWaitingItsTurn = false
      self.goOn(context)
    }
  }

  /// Ends a connection whose client sends nothing more.
  private func takeEnd(_ context: ChannelHandlerContext) {
    if reader.isWithinRequest || inbound.readableBytes > 0 {
      failRequest(.unfinished, context)
    } else {
      perform(state.end(), context)
    }
  }

  /// Refuses the request that is being read.
  func failRequest(_ failure: ReadFailure, _ context: ChannelHandlerContext) {
    if case .failed(let failure, let incoming) = reader.fail(failure) { refuse(failure, incoming, context) }
  }

  private func refuse(_ failure: ReadFailure, _ incoming: IncomingRequest?, _ context: ChannelHandlerContext) {
    inbound = ByteBuffer()
    // The API's words for it need not leave room for the reason.
    services.logger.info("a request cannot be read: \(failure.reason)")
    if var incoming, case .refused(let kind) = failure.kind {
      incoming.keepsAlive = false
      respond(to: incoming, refused: ReadRefusal(kind, failure.reason), context)
    } else {
      services.responder.countUnreadable()
      send(PendingAnswer(answer: failure.answer, framing: AnswerFraming(keepsAlive: false), ticket: nil), context)
    }
  }

  /// The queues of the connection's event loop.
  func queues(_ context: ChannelHandlerContext) -> LoopQueues {
    if let loop { return loop }
    let queues = services.queues.queues(of: context.eventLoop)
    loop = queues
    return queues
  }

  /// Has what was written sent, sets the time limit, and reads on where that is wanted.
  func settle(_ context: ChannelHandlerContext) {
    guard !state.isClosed else { return }
    if hasUnflushed {
      hasUnflushed = false
      queues(context).flushes.add(context)
    }
    setDeadline(context)
    if wantsRead(context) { context.read() }
  }
}
