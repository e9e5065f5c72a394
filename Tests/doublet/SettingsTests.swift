import ArgumentParser
import DoubletEngine
import DoubletServer
import Logging
import Testing

@testable import doublet

@Suite struct SettingsTests {
  @Test func `without flags and environment the defaults hold`() throws {
    let settings = try settings()
    #expect(settings.port == 4010)
    #expect(settings.host == "localhost")
    #expect(settings.clock == nil)
    #expect(settings.seed == nil)
    #expect(settings.liftsQuotas == false)
    #expect(settings.usesHTTPStatuses == nil)
    #expect(settings.invalidStatus == nil)
    #expect(settings.journalBytes == 64 << 20)
    #expect(settings.logLevel == .info)
    #expect(settings.logFormat == .text)
    #expect(settings.color == .auto)
  }

  @Test func `strict is a flag and a variable, and lenient beats the variable`() throws {
    #expect(try !settings().isStrict)
    #expect(try settings(["--strict"]).isStrict)
    #expect(try settings(["--strict"]).configuration.isStrict)
    #expect(try settings(environment: ["DOUBLET_STRICT": "true"]).isStrict)
    #expect(try !settings(["--lenient"], environment: ["DOUBLET_STRICT": "true"]).isStrict)
  }

  @Test func `flags are read`() throws {
    let settings = try settings([
      "-p", "0", "--host", "0.0.0.0", "--no-quotas", "--problem-status", "http", "--invalid-status", "400", "--clock",
      "2026-01-31T12:00:00Z",
      "--random-seed", "7", "--journal-size", "2MiB", "--log-level", "error", "--log-format", "json", "--color",
      "never",
      "--scenario", "put-then-get", "--fault", "*=401", "--fault", "*=403", "a.yaml", "b.yaml",
    ])
    #expect(settings.specs == ["a.yaml", "b.yaml"])
    #expect(settings.port == 0)
    #expect(settings.host == "0.0.0.0")
    #expect(settings.liftsQuotas)
    #expect(settings.usesHTTPStatuses == true)
    #expect(settings.invalidStatus == 400)
    #expect(settings.configuration.invalidStatus == 400)
    #expect(settings.clock == .fixed(Instant(seconds: 1_769_860_800)))
    #expect(settings.seed == 7)
    #expect(settings.journalBytes == 2 << 20)
    #expect(settings.logLevel == .error)
    #expect(settings.logFormat == .json)
    #expect(settings.color == .never)
    #expect(settings.scenarios == ["put-then-get"])
    #expect(settings.faults.map(\.text) == ["*=401", "*=403"])
  }

  @Test(arguments: ["", "http://box", "box:4010"])
  func `a host that is allowed is a name`(text: String) {
    let sentence = "must be a name without scheme and port, such as doublet.test"
    #expect(throws: Failure(status: .usage, reason: "--allow-host '\(text)': \(sentence)")) {
      try settings(["--allow-host", text])
    }
  }

  @Test func `an address of health is called by the name that its help has`() throws {
    let health = try #require(try Doublet.command(of: ["health", "https://x"]) as? Health)
    let reason = "<url> 'https://x': must start with http://; Doublet speaks no other"
    #expect(throws: Failure(status: .usage, reason: reason)) { try health.run() }
  }

  @Test func `the environment says the same`() throws {
    let settings = try settings(environment: [
      "DOUBLET_PORT": "8080", "DOUBLET_NO_QUOTAS": "true", "DOUBLET_LOG_LEVEL": "warning",
      "DOUBLET_FAULT": "*=401:1\n*=403:1", "DOUBLET_PROBLEM_STATUS": "http", "DOUBLET_RANDOM_SEED": "3",
    ])
    #expect(settings.port == 8080)
    #expect(settings.liftsQuotas)
    #expect(settings.logLevel == .warning)
    #expect(settings.faults.map(\.text) == ["*=401:1", "*=403:1"])
    #expect(settings.usesHTTPStatuses == true)
    #expect(settings.seed == 3)
  }

  @Test func `a variable that sets nothing is told with the nearest right one`() throws {
    let settings = try settings(environment: [
      "DOUBLET_PROT": "1", "DOUBLET_QUOTAS": "off", "DOUBLET_HOST": "::1", "DOUBLET_URL": "http://x", "PATH": "/bin",
    ])
    #expect(
      settings.ignored == [
        "the variable DOUBLET_PROT sets nothing; did you mean DOUBLET_PORT?",
        "the variable DOUBLET_QUOTAS sets nothing; did you mean DOUBLET_NO_QUOTAS?",
      ]
    )
  }

  @Test func `a flag beats the environment`() throws {
    let settings = try settings(
      ["--port", "1", "--quotas", "--fault", "*=500"],
      environment: ["DOUBLET_PORT": "x", "DOUBLET_NO_QUOTAS": "1", "DOUBLET_FAULT": "*=401"]
    )
    #expect(settings.port == 1)
    #expect(settings.liftsQuotas == false)
    #expect(settings.faults.map(\.text) == ["*=500"])
  }

  @Test func `all mistakes are told at once, each with where it stands`() throws {
    let failure = #expect(throws: Failure.self) {
      try settings(
        ["--port", "70000", "--log-level", "eror", "--clock", "noon"],
        environment: ["DOUBLET_RANDOM_SEED": "x", "DOUBLET_JOURNAL_SIZE": "64MB", "DOUBLET_INVALID_STATUS": "500"]
      )
    }
    #expect(failure?.status == .usage)
    #expect(failure?.reason == "6 mistakes in the arguments")
    #expect(
      failure?.lines == [
        "--port '70000': must be a number from 0 to 65535; 0 takes any free port",
        "DOUBLET_INVALID_STATUS '500': must be a status from 400 to 499, such as 400: it is the client's mistake",
        "--clock 'noon': must be live or an RFC 3339 time such as 2026-01-31T12:00:00Z",
        "DOUBLET_RANDOM_SEED 'x': must be a whole number",
        "DOUBLET_JOURNAL_SIZE '64MB': must be a number with B, KiB, MiB or GiB, such as 64MiB",
        "--log-level 'eror': must be one of trace, debug, info, notice, warning, error, critical (did you mean 'error'?)",
      ]
    )
  }

  private func settings(
    _ arguments: [String] = [],
    environment: [String: String] = [:]
  ) throws -> ServeSettings {
    try ServeSettings(ServeOptions.parse(arguments), environment: environment)
  }
}
