internal import NIOCore
internal import Synchronization

/// The open connections of a server: how many there are, and who is to be told that it shuts down.
final class ConnectionRegistry: Sendable {
  private struct State {
    var connections: [ObjectIdentifier: any Channel] = [:]
    var listeners: [any Channel] = []
    /// Whether a listener waits for room.
    var isPaused = false
    var drained: EventLoopPromise<Void>?
  }

  private let limit: Int
  private let state = Mutex(State())

  init(limit: Int) { self.limit = limit }

  /// How many connections are open.
  var count: Int { state.withLock { $0.connections.count } }

  /// Takes a new connection. False when the server shuts down.
  func add(_ channel: any Channel) -> Bool {
    let isOpen = state.withLock { state in
      guard state.drained == nil else { return false }
      state.connections[ObjectIdentifier(channel)] = channel
      return true
    }
    guard isOpen else { return false }
    channel.closeFuture.whenComplete { _ in self.remove(channel) }
    return true
  }

  /// Names the listeners that are to read on when there is room again.
  func setListeners(_ listeners: [any Channel]) { state.withLock { $0.listeners = listeners } }

  /// Whether a listener may accept. It is asked to read again when there is room.
  func mayAccept() -> Bool {
    state.withLock { state in
      state.isPaused = state.connections.count >= limit
      return !state.isPaused
    }
  }

  /// Tells all connections that the server shuts down. The future is fulfilled when all have ended.
  func drain(on eventLoop: any EventLoop) -> EventLoopFuture<Void> {
    let promise = eventLoop.makePromise(of: Void.self)
    let connections = state.withLock { state in
      state.drained = promise
      return Array(state.connections.values)
    }
    if connections.isEmpty { promise.succeed() }
    for channel in connections { channel.pipeline.fireUserInboundEventTriggered(ConnectionHandler.DrainEvent()) }
    return promise.futureResult
  }

  /// Closes all connections now.
  func closeAll() {
    for channel in state.withLock({ Array($0.connections.values) }) { channel.close(promise: nil) }
  }

  private func remove(_ channel: any Channel) {
    let (listeners, drained) = state.withLock { state -> ([any Channel], EventLoopPromise<Void>?) in
      state.connections[ObjectIdentifier(channel)] = nil
      let resumes = state.isPaused && state.connections.count < limit
      if resumes { state.isPaused = false }
      return (resumes ? state.listeners : [], state.connections.isEmpty ? state.drained : nil)
    }
    for listener in listeners { listener.read() }
    drained?.succeed()
  }
}

/// Keeps a listener from accepting more connections than the limit: they wait in the listener's backlog.
final class AcceptGate: ChannelOutboundHandler, Sendable {
  typealias OutboundIn = Never

  private let registry: ConnectionRegistry

  init(registry: ConnectionRegistry) { self.registry = registry }

  func read(context: ChannelHandlerContext) {
    if registry.mayAccept() { context.read() }
  }
}
