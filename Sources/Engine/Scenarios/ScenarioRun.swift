import DoubletContracts
public import DoubletJSON
import DoubletValidation

/// Replays a scenario's steps and judges its expectations. Requests go wherever `send` takes them: into a fake in process,
/// or over HTTP to one that runs elsewhere.
public struct ScenarioRun: Sendable {
  /// What a step was meant to bring and did not.
  public struct Failure: Sendable, Hashable, CustomStringConvertible {
    /// The step or expectation: `/steps/2`.
    public var pointer: JSONPointer
    /// What was expected and what came.
    public var message: String

    /// As a report prints it.
    public var description: String { "\(pointer): \(message)" }
  }

  /// How the steps reach the fake.
  public struct Transport: Sendable {
    /// Sends a request.
    public var send: @Sendable (Request) async throws -> Answer
    /// The exchange of the request that was sent last; nil where it is not known.
    public var lastExchange: @Sendable () async throws -> Exchange?
    /// Moves the sandbox's clock.
    public var moveClock: @Sendable (ClockMove) async throws -> Void
    /// Judges an expectation by the sandbox's journal.
    public var judge: @Sendable (Expectation) async throws -> Verdict

    /// A way to a fake.
    public init(
      send: @escaping @Sendable (Request) async throws -> Answer,
      lastExchange: @escaping @Sendable () async throws -> Exchange?,
      moveClock: @escaping @Sendable (ClockMove) async throws -> Void,
      judge: @escaping @Sendable (Expectation) async throws -> Verdict
    ) {
      self.send = send
      self.lastExchange = lastExchange
      self.moveClock = moveClock
      self.judge = judge
    }

    /// The way into a sandbox of a fake in this process.
    public static func inProcess(_ fake: Fake, sandbox: String = SandboxName.default) -> Transport {
      Transport(
        send: { request in
          var request = request
          if sandbox != SandboxName.default { request.headers[SandboxName.header] = sandbox }
          return fake.answer(request)
        },
        lastExchange: { fake.lastExchange(of: sandbox) },
        moveClock: { try fake.moveClock(of: sandbox, $0) },
        judge: { fake.judge([$0], in: sandbox)[0] }
      )
    }
  }

  /// A move of a clock.
  public enum ClockMove: Sendable, Hashable {
    /// Forward by nanoseconds.
    case advance(nanoseconds: Int)
    /// To a moment, where it stands.
    case set(Instant)
    /// With the system's clock again.
    case live
  }

  private let scenario: Scenario
  private let transport: Transport
  private var saved: [String: String] = [:]

  /// A replay of a scenario.
  public init(_ scenario: Scenario, over transport: Transport) {
    self.scenario = scenario
    self.transport = transport
  }

  /// Replays everything; what did not come as expected.
  public mutating func failures() async throws -> [Failure] {
    var failures: [Failure] = []
    for (index, step) in scenario.steps.enumerated() {
      let pointer = JSONPointer(tokens: ["steps", String(index)])
      switch step {
      case .advance(let nanoseconds): try await transport.moveClock(.advance(nanoseconds: nanoseconds))
      case .set(let instant): try await transport.moveClock(.set(instant))
      case .send(let send): failures += try await perform(send).map { Failure(pointer: pointer, message: $0) }
      }
    }
    for (index, expectation) in scenario.expectations.enumerated() {
      let verdict = try await transport.judge(expectation)
      if !verdict.holds {
        failures.append(
          Failure(pointer: JSONPointer(tokens: ["expect", String(index)]), message: verdict.message)
        )
      }
    }
    return failures
  }

  private mutating func perform(_ send: Step.Send) async throws -> [String] {
    let request = Request(
      send.method,
      filled(send.path),
      headers: Headers(send.headers.map { ($0.0, filled($0.1)) }),
      body: Array((send.body.map(filled) ?? "").utf8)
    )
    let answer = try await transport.send(request)
    var messages = ScenarioRun.differences(send, answer)
    for (name, source) in send.save {
      saved[name] = ScenarioRun.value(source, of: answer)
      if saved[name] == nil { messages.append("there is nothing at \(source) to save as '\(name)'") }
    }
    if send.problem != nil || send.fault != nil || send.violations != nil {
      let exchange = try await transport.lastExchange()
      func compare(_ what: String, _ expected: String?, _ actual: String?) {
        if let expected, expected != actual {
          messages.append("expected the \(what) \(expected), was \(actual ?? "none")")
        }
      }
      compare("problem", send.problem, exchange?.problem?.rawValue)
      compare("fault", send.fault, exchange?.fault)
      compare(
        "violations",
        send.violations?.joined(separator: ", "),
        exchange?.violations.map(\.code).joined(separator: ", ")
      )
    }
    return messages.map { "\(send.method) \(request.target): \($0)" }
  }

  private static func differences(_ send: Step.Send, _ answer: Answer) -> [String] {
    var messages: [String] = []
    if let status = send.status, status != answer.status {
      messages.append("expected the status \(status), was \(answer.status): \(answer.text.prefix(400))")
    }
    for (name, matcher) in send.answerHeaders where !matcher.matches(answer.headers[name].map { .string($0) }) {
      messages.append("the header \(name) was \(answer.headers[name] ?? "not there")")
    }
    if let text = send.answerText, text != answer.text {
      messages.append("expected the body \"\(text)\", was \"\(answer.text)\"")
    }
    if let body = send.answerBody {
      messages += body.differences(from: answer.json, at: JSONPointer()).map { "the body: \($0)" }
    }
    return messages
  }

  private static func value(_ source: String, of answer: Answer) -> String? {
    if source.hasPrefix("header.") { return answer.headers[String(source.dropFirst(7))] }
    guard let pointer = JSONPointer(source), let value = answer.json?.value(at: pointer) else { return nil }
    return value.string ?? value.text()
  }

  private func filled(_ text: String) -> String {
    var filled = ""
    var rest = text[...]
    // One pass: what was saved is not looked at again.
    while let open = rest.firstIndex(of: "{") {
      filled += rest[..<open]
      rest = rest[open...]
      if let close = rest.firstIndex(of: "}"), let value = saved[String(rest[rest.index(after: open)..<close])] {
        filled += value
        rest = rest[rest.index(after: close)...]
      } else {
        filled += "{"
        rest = rest.dropFirst()
      }
    }
    return filled + rest
  }
}
