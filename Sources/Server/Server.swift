public import Logging
internal import NIOCore
internal import NIOPosix
public import ServiceLifecycle
internal import Synchronization

/// The HTTP server: bytes in, a ``Responder`` asked, bytes out.
///
/// This file is its table of contents:
///
/// ```
/// Binding            one port number on all addresses of a host
/// ConnectionRegistry the connections there are, their limit, their end
/// ConnectionHandler  one connection: take a request, answer it, go on      ConnectionState  its phases
/// TurnQueue          whose requests are answered next, where many wait
/// RequestReader      bytes -> request                                      HeadReader, ChunkedBody
/// ServerAnswers      what is answered before the responder: preflights, the index, the icon
/// CORS               what every answer to another origin carries
/// AnswerEncoder      answer -> bytes
/// RequestLog         one line an exchange
/// ```
///
/// Several servers run side by side in one process. A server is started once and stopped once:
///
/// ```swift
/// let server = DoubletServer(responder: fake, configuration: ServerConfiguration(port: 0), logger: logger)
/// let bound = try await server.start()
/// // … http://127.0.0.1:\(bound.port) …
/// await server.shutdown()
/// ```
public final class DoubletServer: Service {
  private struct Running {
    var bound: BoundServer
    var listeners: [any Channel]
    var registry: ConnectionRegistry
    /// Event loops of its own, ended with the server.
    var ownGroup: MultiThreadedEventLoopGroup?
  }

  private enum State {
    case new
    case starting
    case running(Running)
    case stopped
  }

  private let configuration: ServerConfiguration
  private let services: ConnectionServices
  private let logger: Logger
  private let state = Mutex(State.new)

  /// A server that asks the responder. Where the logger's level is above `info`, no exchange is logged.
  public init(responder: any Responder, configuration: ServerConfiguration, logger: Logger) {
    self.configuration = configuration
    self.logger = logger
    self.services = ConnectionServices(
      responder: responder,
      limits: configuration.limits,
      log: logger.logLevel <= .info ? configuration.requestLog : nil,
      logger: logger,
      index: configuration.index
    )
  }

  /// Listens. Returns when connections are accepted.
  public func start() async throws(BindError) -> BoundServer {
    let mistakes = configuration.mistakes
    guard mistakes.isEmpty else { throw BindError(.noSuchLimit, mistakes.joined(separator: "; ")) }
    state.withLock { state in
      guard case .new = state else { preconditionFailure("a DoubletServer is started once; make another one") }
      state = .starting
    }
    let ownGroup = configuration.threads.map { MultiThreadedEventLoopGroup(numberOfThreads: $0) }
    let registry = ConnectionRegistry(limit: configuration.limits.connections)
    let binding = Binding(
      host: configuration.host,
      port: configuration.port,
      logger: logger,
      bootstrap: bootstrap(on: ownGroup ?? .singleton, registry: registry)
    )
    do throws(BindError) {
      let listeners = try await binding.bind()
      registry.setListeners(listeners)
      let bound = BoundServer(listeners: listeners)
      state.withLock {
        $0 = .running(Running(bound: bound, listeners: listeners, registry: registry, ownGroup: ownGroup))
      }
      return bound
    } catch {
      try? await ownGroup?.shutdownGracefully()
      state.withLock { $0 = .stopped }
      throw error
    }
  }

  /// Accepts no more connections, lets the exchanges under way finish, and closes all connections: idle ones at once,
  /// the others with their answer or after the grace. Writes what the log still holds.
  public func shutdown(grace: Duration = .seconds(5)) async {
    let running = state.withLock { state -> Running? in
      guard case .running(let running) = state else { return nil }
      state = .stopped
      return running
    }
    guard let running else { return }
    for listener in running.listeners { try? await listener.close() }
    let eventLoop = (running.ownGroup ?? .singleton).any()
    let drained = running.registry.drain(on: eventLoop)
    let end = eventLoop.scheduleTask(in: TimeAmount(grace)) { running.registry.closeAll() }
    try? await drained.get()
    end.cancel()
    try? await running.ownGroup?.shutdownGracefully()
    await services.log?.flush()
  }

  /// Serves until the service group shuts down. Starts the server unless it has been started.
  public func run() async throws {
    let isNew = state.withLock { state in
      if case .new = state { true } else { false }
    }
    if isNew { _ = try await start() }
    do {
      try await gracefulShutdown()
      await shutdown()
    } catch {
      await shutdown(grace: .zero)
    }
  }

  private func bootstrap(on group: MultiThreadedEventLoopGroup, registry: ConnectionRegistry) -> ServerBootstrap {
    let services = services
    return ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 1024)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .serverChannelInitializer { channel in
        channel.pipeline.addHandler(AcceptGate(registry: registry))
      }
      .childChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      .childChannelOption(.writeBufferWaterMark, value: configuration.limits.waterMark)
      .childChannelInitializer { channel in
        guard registry.add(channel) else { return channel.close() }
        return channel.eventLoop.makeCompletedFuture {
          try channel.pipeline.syncOperations.addHandler(ConnectionHandler(services: services))
        }
      }
  }
}

extension ServerLimits {
  fileprivate var waterMark: ChannelOptions.Types.WriteBufferWaterMark {
    .init(low: max(1, unsentBytes / 4), high: max(1, unsentBytes))
  }
}
