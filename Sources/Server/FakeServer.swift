public import DoubletEngine
internal import Logging

/// A fake behind a free port of this machine, for tests:
///
/// ```swift
/// let server = try await FakeServer.start(Fake(Specs.bundled, scenarios: Scenarios.bundled))
/// // … the client under test talks to server.url …
/// await server.stop()
/// ```
///
/// It logs nothing. What was asked and answered is in `fake.journal()`.
public struct FakeServer: Sendable {
  /// The base URL: `http://127.0.0.1:43117`.
  public let url: String
  /// The port, the same on 127.0.0.1 and ::1.
  public let port: Int
  private let server: DoubletServer

  /// Serves a fake. Returns when connections are accepted.
  public static func start(_ fake: Fake) async throws -> FakeServer {
    let server = DoubletServer(
      responder: FakeResponder(fake, control: try ControlAPI(fake), isLogged: false),
      configuration: ServerConfiguration(limits: .patient),
      logger: Logger(label: "doublet") { _ in SwiftLogNoOpLogHandler() }
    )
    let bound = try await server.start()
    return FakeServer(url: bound.url, port: bound.port, server: server)
  }

  /// The base URL of a sandbox: `http://127.0.0.1:43117/~checkout-7`.
  public func url(of sandbox: String) -> String { "\(url)/~\(sandbox)" }

  /// Stops: exchanges under way finish, connections are closed.
  public func stop() async { await server.shutdown() }
}
