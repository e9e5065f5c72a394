import DoubletEngine
public import NIOCore

/// What a connection may cost. A request beyond a limit is answered (408, 413, 414, 431), then its connection is closed.
public struct ServerLimits: Sendable, Hashable {
  /// Bytes of the request line and all header fields together, and of chunk extensions and trailers. Beyond it: 431.
  public var headerBytes = 64 * 1024
  /// Bytes of the request target. Beyond it: 414.
  public var targetBytes = 16 * 1024
  /// Bytes of a body. Beyond it: 413.
  public var bodyBytes = Request.mostBodyBytes
  /// The time from the first byte of a request to its last. Beyond it: 408.
  public var requestTime = TimeAmount.seconds(30)
  /// The time that a kept connection waits for its next request.
  public var idleTime = TimeAmount.seconds(60)
  /// Bytes of further requests that are taken in while an answer waits; then the socket is not read.
  public var pipelinedBytes = 64 * 1024
  /// Requests of one connection that are answered before all others have their turn.
  public var requestsInTurn = 8
  /// Bytes of answers that wait for a slow reader; then no further request is taken, and the socket is not read.
  public var unsentBytes = 256 * 1024
  /// The time after a last answer in which the client's remaining bytes are read and dropped, so that it sees the answer.
  public var lingerTime = TimeAmount.seconds(5)
  /// How many remaining bytes are dropped at most.
  public var lingerBytes = 256 * 1024 * 1024
  /// Connections at one time; further ones wait in the listener's backlog.
  public var connections = 16_384

  /// The defaults.
  public init() {}

  /// Without a bound on time, for tests: a machine that is busy with others of them breaks no connection.
  public static var patient: ServerLimits {
    var limits = ServerLimits()
    limits.requestTime = .hours(24)
    limits.idleTime = .hours(24)
    return limits
  }
}
