import Logging
import NIOCore
import Testing

@testable import DoubletServer

@Suite struct ConfigurationTests {
  @Test func `limits that no server could keep are refused at the start, all at once`() async throws {
    var limits = ServerLimits()
    (limits.connections, limits.bodyBytes, limits.idleTime) = (0, -1, .zero)
    (limits.pipelinedBytes, limits.lingerTime) = (0, .zero)
    let configuration = ServerConfiguration(host: "127.0.0.1", threads: -2, limits: limits)
    let server = DoubletServer(
      responder: RecordingResponder(),
      configuration: configuration,
      logger: Logger(label: "t") { _ in SwiftLogNoOpLogHandler() }
    )
    let error = await #expect(throws: BindError.self) { _ = try await server.start() }
    #expect(error?.kind == .noSuchLimit)
    #expect(
      error?.description
        == "threads must be at least 1, is -2; bodyBytes must be at least 0, is -1; connections must be at least 1, is 0; "
        + "idleTime must be more than nothing, is 0 ns"
    )
    #expect(ServerConfiguration(limits: .patient).mistakes == [])
  }
}
