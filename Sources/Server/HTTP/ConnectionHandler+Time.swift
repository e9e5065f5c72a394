internal import NIOCore

/// The one timer of a connection. Moving a deadline back, as every request does, costs a comparison: the timer fires
/// early, sees the later deadline, and is set again.
struct ConnectionTimer {
  var deadline = NIODeadline.distantFuture
  var firesAt = NIODeadline.distantFuture
  var task: Scheduled<Void>?
  /// When the client's remaining bytes are dropped no longer.
  var lingerEnd: NIODeadline?
  /// The bytes that waited for the client when the timer last fired.
  var unsent = 0

  mutating func cancel() {
    task?.cancel()
    task = nil
    firesAt = .distantFuture
  }
}

extension ConnectionHandler {
  /// Sets the time limit of what the connection waits for.
  func setDeadline(_ context: ChannelHandlerContext) {
    let (now, limits) = (context.eventLoop.now, services.limits)
    switch state.phase {
    case .taking where reader.isWithinRequest || inbound.readableBytes > 0:
      let start = requestStart ?? now
      requestStart = start
      setTimer(start + limits.requestTime, context)
    case .taking, .delaying, .making, .writing, .ending: setTimer(now + limits.idleTime, context)
    case .lingering:
      let end = timer.lingerEnd ?? now + limits.lingerTime
      timer.lingerEnd = end
      setTimer(end, context)
    case .closed: timer.cancel()
    }
  }

  private func setTimer(_ deadline: NIODeadline, _ context: ChannelHandlerContext) {
    timer.deadline = deadline
    guard deadline < timer.firesAt else { return }
    timer.cancel()
    timer.firesAt = deadline
    timer.task = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.timerFired(context) }
  }

  private func timerFired(_ context: ChannelHandlerContext) {
    timer.task = nil
    timer.firesAt = .distantFuture
    if context.eventLoop.now < timer.deadline { return setTimer(timer.deadline, context) }
    if clientReads(context) { return setTimer(context.eventLoop.now + services.limits.idleTime, context) }
    switch state.phase {
    case .taking where context.channel.isWritable && (reader.isWithinRequest || inbound.readableBytes > 0):
      failRequest(.timeout, context)
      settle(context)
    case .delaying, .making: setTimer(context.eventLoop.now + services.limits.idleTime, context)
    case .taking, .writing, .ending, .lingering: perform(state.close(), context)
    case .closed: break
    }
  }

  /// Whether answers wait for a client that has read some of them since the timer last fired.
  private func clientReads(_ context: ChannelHandlerContext) -> Bool {
    let unsent = (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    defer { timer.unsent = unsent }
    return unsent > 0 && unsent != timer.unsent
  }
}
