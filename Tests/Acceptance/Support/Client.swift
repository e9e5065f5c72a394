import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletScenarios
import DoubletServer
import DoubletSpecs
import DoubletValidation
import Testing

/// A client of a fake: the words in which the acceptance tests are written, the same over every transport.
struct Client: Sendable {
  /// The fake itself, for looking at its journal.
  let fake: Fake
  let transport: Transport
  /// The time that live clocks run by.
  let time: TestTime
  private let port: Int
  /// The prefix of the sandbox that it speaks to; empty: the default one.
  var prefix = ""
  /// Header fields that every request has.
  var credentials: Headers = [:]

  /// Runs `body` with a client of a fake of the bundled specs, or of others.
  static func with(
    _ transport: Transport,
    _ contracts: [Contract] = Specs.bundled,
    start: [String] = [],
    scenarios: [Scenario]? = nil,
    configuration: FakeConfiguration = FakeConfiguration(),
    _ body: (Client) async throws -> Void
  ) async throws {
    let time = TestTime()
    var configuration = configuration
    configuration.time = time.source
    let catalog = scenarios.map { ScenarioCatalog($0) } ?? Scenarios.bundled
    let fake = try Fake(contracts, scenarios: catalog, start: start, configuration: configuration)
    guard transport == .http else {
      return try await body(Client(fake: fake, transport: transport, time: time, port: 0))
    }
    let server = try await FakeServer.start(fake)
    do {
      try await body(Client(fake: fake, transport: transport, time: time, port: server.port))
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  /// Runs `body` with a client of a fake of one document that starts empty. No answer may break the contract.
  static func serving(
    _ document: String,
    _ transport: Transport,
    _ body: (Client) async throws -> Void
  ) async throws {
    try await with(transport, [try compiled(document)], scenarios: []) { client in
      try await body(client)
      let violations = client.fake.journal().flatMap(\.violations).filter { $0.side == .response }
      #expect(violations.isEmpty, "no answer breaks the contract")
    }
  }

  /// The authority of the links that it is given.
  var host: String { transport == .http ? "127.0.0.1:\(port)" : "fake.test" }

  /// The same client with other credentials.
  func with(_ credentials: Headers) -> Client {
    var client = self
    client.credentials = credentials
    return client
  }

  /// The same client speaking to a sandbox by its prefix.
  func inSandbox(_ name: String) -> Client {
    var client = self
    client.prefix = "/~\(name)"
    return client
  }

  /// Sends requests one after another on one connection.
  func send(_ requests: [Request]) async throws -> [Answer] {
    var requests = requests
    for index in requests.indices {
      requests[index].headers = Headers([("Host", host)] + Array(credentials) + Array(requests[index].headers))
    }
    switch transport {
    case .inProcess: return requests.map { fake.answer($0) }
    case .http: return try await HTTPConnection.exchange(requests, port: port)
    }
  }

  /// Sends bytes as they are, and answers all that comes back until the server closes.
  func sendRaw(_ bytes: [UInt8], closes: Bool = false) async throws -> String {
    String(decoding: try await HTTPConnection.exchange(bytes, port: port, closes: closes), as: UTF8.self)
  }
}

extension Client {
  /// Sends a request with these bytes as its body.
  func send(_ method: String, _ path: String, _ headers: Headers = [:], body: [UInt8]) async throws -> Answer {
    try await send([Request(method, prefix + path, headers: headers, body: body)])[0]
  }

  /// Sends a request without a body.
  func send(_ method: String, _ path: String, _ headers: Headers = [:]) async throws -> Answer {
    try await send(method, path, headers, body: [])
  }

  /// Sends JSON.
  func send(_ method: String, _ path: String, _ headers: Headers = [:], json: JSON) async throws -> Answer {
    var headers = headers
    headers["Content-Type"] = "application/json"
    return try await send(method, path, headers, body: Array(json.text().utf8))
  }

  /// Reads.
  func get(_ path: String, _ headers: Headers = [:]) async throws -> Answer { try await send("GET", path, headers) }

  /// Follows an absolute link that was answered.
  func follow(_ link: String?) async throws -> Answer {
    let link = try #require(link)
    let base = "http://\(host)/"
    try #require(link.hasPrefix(base), "\(link) leads elsewhere")
    return try await send([Request("GET", "/" + link.dropFirst(base.count))])[0]
  }

  /// The last exchange of the sandbox.
  var lastExchange: Exchange? { fake.lastExchange(of: sandbox) }

  var sandbox: String { prefix.isEmpty ? SandboxName.default : String(prefix.dropFirst(2)) }
}
