internal import DoubletEngine

/// An answer that is ready to be written.
struct PendingAnswer {
  var answer: Answer
  var framing: AnswerFraming
  var ticket: ExchangeTicket?
}

/// Where a connection stands. The transitions are the only way from one phase to another, and return what is to be done.
struct ConnectionState {
  enum Phase {
    /// Requests are taken from the connection's bytes, one after the other.
    case taking
    /// An answer waits for its delay; what the client sends meanwhile waits behind it.
    case delaying(PendingAnswer)
    /// An answer is being made; what the client sends meanwhile waits behind it.
    case making(PendingAnswer)
    /// An answer is written piece by piece.
    case writing(keepsAlive: Bool)
    /// The last answer is being written.
    case ending
    /// The last answer is out. What the client still sends is dropped until it closes: closing at once would reset the
    /// connection, and the reset can overtake the answer.
    case lingering(dropped: Int)
    /// Nothing happens any more.
    case closed
  }

  enum Action {
    case none
    /// Close both directions.
    case close
    /// Close our direction, and read on for a while.
    case closeOutput
    /// Take what is left of the client's bytes, then end.
    case takeRest
    /// Write nothing more: flush, then close.
    case end
    /// The answer will not be sent: complete its exchange and close.
    case abandon(PendingAnswer)
  }

  private(set) var phase = Phase.taking
  /// Whether the client has closed its direction.
  private(set) var isInputClosed = false
  /// Whether the server shuts down.
  private(set) var isDraining = false

  /// Whether the next request may be taken.
  var takes: Bool {
    if case .taking = phase { true } else { false }
  }

  /// Whether an answer is written piece by piece.
  var writes: Bool {
    if case .writing = phase { true } else { false }
  }

  /// Whether nothing happens any more.
  var isClosed: Bool {
    if case .closed = phase { true } else { false }
  }

  /// An answer has to wait.
  mutating func delay(_ pending: PendingAnswer) { phase = .delaying(pending) }

  /// The wait is over: the answer that waited.
  mutating func delayElapsed() -> PendingAnswer? {
    guard case .delaying(let pending) = phase else { return nil }
    phase = .taking
    return pending
  }

  /// An answer has to be made.
  mutating func make(_ pending: PendingAnswer) { phase = .making(pending) }

  /// The answer that was to be made is there: what waited for it.
  mutating func made() -> PendingAnswer? {
    guard case .making(let pending) = phase else { return nil }
    phase = .taking
    return pending
  }

  /// An answer is written piece by piece from now on.
  mutating func write(keepsAlive: Bool) { phase = .writing(keepsAlive: keepsAlive) }

  /// The last piece was written.
  mutating func written() -> Action {
    guard case .writing(let keepsAlive) = phase else { return .none }
    phase = .taking
    // A drain may have begun meanwhile.
    return answered(keepsAlive: keepsAlive && !isDraining)
  }

  /// An answer was written.
  mutating func answered(keepsAlive: Bool) -> Action {
    guard case .taking = phase, !keepsAlive else { return .none }
    return end()
  }

  /// No further answer is written.
  mutating func end() -> Action {
    guard case .taking = phase else { return .none }
    phase = .ending
    return .end
  }

  /// The last answer has left.
  mutating func lastPartWritten() -> Action {
    guard case .ending = phase else { return .none }
    if isInputClosed || isDraining { return close() }
    phase = .lingering(dropped: 0)
    return .closeOutput
  }

  /// Bytes came after the last answer.
  mutating func dropped(bytes: Int, limit: Int) -> Action {
    guard case .lingering(let before) = phase else { return .none }
    phase = .lingering(dropped: before + bytes)
    return before + bytes > limit ? close() : .none
  }

  /// The client closed its direction. One whose answer waits has given up: a client that closes its direction and
  /// still wants a delayed answer cannot be told from it, and is rare.
  mutating func inputClosed() -> Action {
    isInputClosed = true
    switch phase {
    case .taking: return .takeRest
    case .delaying(let pending):
      phase = .closed
      return .abandon(pending)
    case .lingering: return close()
    case .making, .writing, .ending, .closed: return .none
    }
  }

  /// The server shuts down. A connection with nothing under way ends at once; another with its answer.
  mutating func drain(isIdle: Bool) -> Action {
    isDraining = true
    switch phase {
    case .taking: return isIdle ? end() : .none
    case .lingering: return close()
    case .delaying, .making, .writing, .ending, .closed: return .none
    }
  }

  /// The connection is to be closed now.
  mutating func close() -> Action {
    defer { phase = .closed }
    switch phase {
    case .delaying(let pending), .making(let pending): return .abandon(pending)
    case .taking, .writing, .ending, .lingering, .closed: return .close
    }
  }
}
