import DoubletContracts
import DoubletEngine
import DoubletJSON
import Synchronization
import Testing

@testable import DoubletServer

@Suite struct FakeResponderTests {
  let steer: Steering
  let responder: FakeResponder

  init() throws {
    steer = try Steering()
    let ticks = Ticks()
    responder = FakeResponder(
      steer.fake,
      control: steer.control,
      isLogged: true,
      clock: MonotonicClock { ticks.next() }
    )
  }

  private func summary(
    _ method: String,
    _ target: String,
    _ body: String = "",
    headers: Headers = [:]
  ) throws -> ExchangeSummary {
    var headers = headers
    if headers["REB-APIKEY"] == nil { headers["REB-APIKEY"] = "k" }
    if !body.isEmpty { headers["Content-Type"] = "application/json" }
    let reply = responder.begin(Request(method, target, headers: headers, body: Array(body.utf8)), refused: nil)
    let ticket = try #require(reply.ticket)
    return try #require(responder.finish(ticket, .sent))
  }

  @Test func `a write that keeps the contract tells its effect, and a warning in a word`() throws {
    let summary = try summary("PUT", "/~a/customers/x/lead-source?b=c", #"{"medium":"m"}"#)
    #expect(
      summary
        == ExchangeSummary(
          method: "PUT",
          path: "/customers/x/lead-source",
          status: 201,
          operation: "PutCustomerLeadSource",
          mark: .ok,
          note: "+leadSources/x  warning: query.unknown /query/b",
          milliseconds: 1.5
        )
    )
  }

  @Test func `a violation is told with its place`() throws {
    let summary = try summary("PUT", "/customers/x/lead-source", #"{"medium":5,"source":6}"#)
    #expect(summary.mark == .bad)
    #expect(summary.note.hasPrefix("body.type /body/medium  specs/rebilly.yaml:"))
    #expect(summary.note.hasSuffix("  (+1)"))
  }

  @Test func `a problem without a violation is told in words`() throws {
    let summary = try summary("GET", "/customers/x/lead-source", headers: ["REB-APIKEY": ""])
    #expect(summary.mark == .bad)
    #expect(summary.note.contains("credential"))
  }

  @Test func `a fault is told with what is left of it`() throws {
    _ = try steer("POST", "/faults", ["operation": "*", "status": 429, "times": ["first": 2]])
    let summaries = try (1...3).map { _ in try summary("GET", "/customers/cus_01/lead-source") }
    #expect(summaries.map(\.mark) == [.injected, .injected, .ok])
    #expect(summaries.map(\.note) == [#"fault "f1" (1 left)"#, #"fault "f1" (0 left)"#, ""])
    let preferred = try summary("GET", "/customers/cus_01/lead-source", headers: ["Prefer": "code=403"])
    #expect(preferred.note == #"fault "Prefer""#)
  }

  @Test func `an unknown path is told with the nearest`() throws {
    let summary = try summary("GET", "/source/src_01")
    #expect(summary.mark == .unknown)
    #expect(summary.operation == nil)
    #expect(summary.note == "no such path; nearest GET /sources/{id}")
  }

  @Test func `a method that the path does not have is told with the right ones`() throws {
    let summary = try summary("POST", "/customers/x/lead-source")
    #expect(summary.mark == .unknown)
    #expect(summary.note == "POST is no method of /customers/x/lead-source; it has DELETE, GET, HEAD, PUT.")
  }

  @Test func `no credential comes into a log line`() throws {
    let login = try summary(
      "POST",
      "/authentication/token",
      #"{"username":"u5er","password":"pa55","organisation":"0rg"}"#
    )
    let path = try #require(steer.fake.contract(named: "crmcom")?.operations.last).path
    let wrong = try summary("GET", "\(path)?token=T0P&lead_identifier=number=116")
    let broken = try summary("GET", "\(path)?token=T0P&token=T0P&lead_identifier=number=116")
    let key = try summary(
      "GET",
      "/customers/%20/lead-source",
      headers: ["REB-APIKEY": "K3Y", "Authorization": "Bearer J"]
    )
    let unknown = try summary("GET", "/nowhere?token=T0P")
    for summary in [login, wrong, broken, key, unknown] {
      for line in [summary.line(milliseconds: 0, isColored: false), summary.jsonLine(milliseconds: 0)] {
        #expect(["T0P", "K3Y", "pa55", "u5er", "0rg", "Bearer J"].filter { line.contains($0) } == [])
      }
    }
  }

  @Test func `the control API is asked first and completes no exchange`() throws {
    let reply = responder.begin(Request("GET", "/__doublet/health"), refused: nil)
    #expect(reply.answer.status == 200)
    #expect(reply.ticket == nil)
    #expect(steer.fake.journal().isEmpty)
  }

  @Test func `bytes that are no request are counted in health`() throws {
    responder.countUnreadable()
    responder.countUnreadable()
    #expect(try steer("GET", "/health").json?["unreadable"] == 2)
  }

  @Test func `nothing is made for a log that nobody reads`() throws {
    let silent = FakeResponder(steer.fake, control: steer.control, isLogged: false)
    let ticket = try #require(silent.begin(Request("GET", "/customers/x"), refused: nil).ticket)
    #expect(silent.finish(ticket, .clientClosed) == nil)
    #expect(steer.fake.journal().last?.end == .clientClosed)
    #expect(!silent.ownsRoot)
  }
}

/// A clock on which a millisecond and a half pass between two looks.
private final class Ticks: Sendable {
  private let count = Mutex(0)

  func next() -> Int {
    count.withLock { count in
      count += 1_500_000
      return count
    }
  }
}
