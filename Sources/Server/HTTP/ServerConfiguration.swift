/// Where and how a server listens.
public struct ServerConfiguration: Sendable {
  /// A host name or an IP address. `localhost` is both 127.0.0.1 and ::1, on one port number.
  public var host: String
  /// The port number; 0 for any free one.
  public var port: Int
  /// Event loops of the server's own; nil: the process's shared ones.
  public var threads: Int?
  /// What a connection may cost.
  public var limits: ServerLimits
  /// The text of the index at `GET /`, asked for when it is wanted.
  public var index: @Sendable () -> String
  /// Where the line an exchange goes; nil: nowhere, and nothing is formatted.
  public var requestLog: RequestLog?

  /// A configuration.
  public init(
    host: String = "localhost",
    port: Int = 0,
    threads: Int? = nil,
    limits: ServerLimits = ServerLimits(),
    requestLog: RequestLog? = nil,
    index: @escaping @Sendable () -> String = { "Doublet\n" }
  ) {
    self.host = host
    self.port = port
    self.threads = threads
    self.limits = limits
    self.requestLog = requestLog
    self.index = index
  }
}
