import Logging
import NIOEmbedded
import Synchronization
import Testing

@testable import DoubletServer

@Suite struct LogLineTests {
  static let time = 43_424_120  // 12:03:44.120
  let summary = ExchangeSummary(
    method: "POST",
    path: "/orders",
    status: 422,
    operation: "createOrder",
    mark: .bad,
    note: "body.required /body/quantity",
    milliseconds: 3.14
  )

  @Test func `a line has columns`() {
    let unknown = ExchangeSummary(method: "GET", path: "/order", status: 404, mark: .unknown, milliseconds: 0.05)
    #expect(
      [summary, unknown].map { $0.line(milliseconds: Self.time, isColored: false) } == [
        "12:03:44.120  BAD  422 POST   /orders                  createOrder        3.1ms    body.required /body/quantity",
        "12:03:44.120  ???  404 GET    /order                   –                  0.1ms",
      ]
    )
  }

  @Test(arguments: [(999.94, "999.9ms"), (1000, "1000ms"), (12_345, "12.3s")])
  func `long times are shorter`(milliseconds: Double, text: String) {
    var summary = summary
    (summary.milliseconds, summary.note) = (milliseconds, "")
    #expect(summary.line(milliseconds: 0, isColored: false).hasSuffix(" \(text)"))
  }

  @Test func `a colour stands around the mark and needs no room`() {
    let line = summary.line(milliseconds: Self.time, isColored: true)
    #expect(line.hasPrefix("12:03:44.120  \u{1B}[31mBAD \u{1B}[0m 422 POST"))
  }

  @Test func `what a client sends cannot steer a terminal`() {
    var summary = summary
    summary.path = "/a\u{1B}[2J\n\u{202E}é"
    #expect(summary.line(milliseconds: 0, isColored: false).contains(#" /a\u{1B}[2J\u{A}\u{202E}é "#))
  }

  @Test func `a JSON line is one object`() {
    var summary = summary
    summary.path = "/a\"\\\u{1B}\n"
    #expect(
      summary.jsonLine(milliseconds: 1_795_220_624_151)
        == #"{"event":"exchange","time":"2026-11-21T00:23:44.151Z","mark":"BAD","status":422,"method":"POST","#
        + #""path":"/a\"\\\u001b\n","operation":"createOrder","milliseconds":3.14,"#
        + #""note":"body.required /body/quantity"}"#
    )
  }

  @Test(arguments: [
    (ColorChoice.always, false, ["NO_COLOR": "1"], true), (.never, true, ["FORCE_COLOR": "1"], false),
    (.auto, true, [:], true), (.auto, false, [:], false), (.auto, true, ["TERM": "dumb"], false),
    (.auto, true, ["NO_COLOR": "1", "FORCE_COLOR": "1"], false), (.auto, true, ["NO_COLOR": ""], true),
    (.auto, false, ["FORCE_COLOR": "1"], true), (.auto, false, ["CLICOLOR_FORCE": "1", "TERM": "dumb"], true),
    (.auto, false, ["FORCE_COLOR": "0"], false),
  ])
  func `the flag beats NO_COLOR, which beats FORCE_COLOR, which beats the stream`(
    choice: ColorChoice,
    isTerminal: Bool,
    environment: [String: String],
    isColored: Bool
  ) {
    #expect(choice.isColored(isTerminal: isTerminal, environment: environment) == isColored)
  }

  @Test func `why a request cannot be read is logged, since its answer is in the words of the API`() async throws {
    let written = Written()
    let writer = LogWriter(capacity: 1 << 20) { written.append($0) }
    let logger = Logger(label: "t") { _ in
      ConsoleLogHandler(level: .info, format: .text, writer: writer, clock: WallClock { 0 })
    }
    let services = ConnectionServices(responder: RecordingResponder(), logger: logger)
    try EmbeddedConnection(services, on: EmbeddedEventLoop()).send("GET /a HTTP/1.1\nHost: x\nno colon\n\n")
    await writer.flush()
    #expect(written.text.hasPrefix("00:00:00.000  info  a request cannot be read: "))
  }

  @Test func `lines come in order, and a flush waits for them`() async {
    let written = Written()
    let log = RequestLog(
      format: .text,
      isColored: false,
      writer: LogWriter(capacity: 1 << 20) { written.append($0) },
      clock: WallClock { 0 }
    )
    for number in 0..<100 {
      log.record(ExchangeSummary(method: "GET", path: "/\(number)", status: 200))
    }
    await log.flush()
    let lines = written.text.split(separator: "\n")
    #expect(lines.count == 100)
    #expect(lines.last?.contains(" /99 ") == true)
  }

  @Test func `lines beyond the bound are dropped and counted`() async {
    let written = Written()
    let writer = LogWriter(capacity: 64) { written.append($0) }
    written.stuck {
      for number in 0..<100 { writer.write("line \(number) of some length") }
    }
    await writer.flush()
    let lines = written.text.split(separator: "\n")
    let dropped = lines.count { $0.contains("dropped") }
    #expect(dropped > 0)
    #expect(lines.count < 20)
    #expect(lines.first == "line 0 of some length")
  }
}

/// What a writer's sink got.
private final class Written: Sendable {
  private let bytes = Mutex<[UInt8]>([])
  func append(_ more: [UInt8]) { bytes.withLock { $0 += more } }
  /// Runs the body while nothing can be appended.
  func stuck(_ body: () -> Void) { bytes.withLock { _ in body() } }

  var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }
}
