import DoubletEngine
import DoubletServer
import Logging

/// What `doublet serve` was told, by flags, environment and defaults.
struct ServeSettings {
  var specs: [String]
  /// Whether every mistake in a document is an error, and an unknown query parameter a violation.
  var isStrict: Bool
  var port: Int
  var host: String
  var scenarios: [String]
  /// The faults, each with the text that it was given by.
  var faults: [(text: String, fault: Fault)]
  var liftsQuotas: Bool
  var usesHTTPStatuses: Bool?
  /// Nil: as the documents say.
  var invalidStatus: Int?
  /// Nil: as scenarios say, else live.
  var clock: SandboxClock.Mode?
  /// Nil: as scenarios say, else 0.
  var seed: Int?
  var journalBytes: Int
  /// What control requests must carry; nil: nothing.
  var controlToken: String?
  /// Whether the token was made here, so that nobody knows it yet.
  var isTokenMade = false
  /// Names that control requests may reach the server by, beside loopback's.
  var allowedHosts: [String]
  var logLevel: Logger.Level
  var logFormat: LogFormat
  var color: ColorChoice
  /// A sentence for each variable of the environment that sets nothing.
  var ignored: [String]

  /// Reads the options; all mistakes are thrown together.
  init(_ options: ServeOptions, environment: [String: String]) throws(Failure) {
    var reader = SettingReader(environment: environment)
    specs = options.specs
    isStrict = options.strictness.isStrict(&reader)
    port = reader.value(options.port, "--port", default: 4010) { text throws(Mistake) in
      guard let port = Int(text), (0...65_535).contains(port) else {
        throw Mistake("must be a number from 0 to 65535; 0 takes any free port")
      }
      return port
    }
    host = reader.value(options.host, "--host", default: "localhost") { text throws(Mistake) in
      guard !text.isEmpty else { throw Mistake("must be a host name or an address") }
      return text
    }
    scenarios = reader.values(options.scenario, "--scenario") { $0 }
    faults = reader.values(options.fault, "--fault") { text throws(Mistake) in (text, try FaultOption.fault(text)) }
    liftsQuotas = reader.isOn(options.quotas.map { !$0 }, "--no-quotas")
    let problemStatus: ProblemStatus? = reader.choice(options.problemStatus, "--problem-status")
    usesHTTPStatuses = problemStatus.map { $0 == .http }
    invalidStatus = reader.value(options.invalidStatus, "--invalid-status", default: nil) { text throws(Mistake) in
      guard let status = Int(text), (400...499).contains(status) else {
        throw Mistake("must be a status from 400 to 499, such as 400: it is the client's mistake")
      }
      return status
    }
    clock = reader.value(options.clock, "--clock", default: nil) { text throws(Mistake) in
      try ClockOption.mode(text)
    }
    seed = reader.value(options.randomSeed, "--random-seed", default: nil) { text throws(Mistake) in
      guard let seed = Int(text) else { throw Mistake("must be a whole number") }
      return seed
    }
    journalBytes = reader.value(options.journalSize, "--journal-size", default: 64 << 20, read: SizeOption.bytes)
    controlToken = reader.value(options.controlToken, "--control-token", default: nil) { text throws(Mistake) in
      guard !text.isEmpty else { throw Mistake("must not be empty") }
      return text
    }
    allowedHosts = reader.values(options.allowHost, "--allow-host") { text throws(Mistake) in
      guard !text.isEmpty, !text.contains("/"), !text.contains(":") || text.hasPrefix("[") && text.hasSuffix("]") else {
        throw Mistake("must be a name without scheme and port, such as doublet.test")
      }
      return text
    }
    logLevel = reader.choice(options.logLevel, "--log-level") ?? .info
    logFormat = reader.choice(options.logFormat, "--log-format") ?? .text
    color = reader.choice(options.terminal.color, "--color") ?? .auto
    ignored = reader.ignored(besides: ["--url", "--timeout", "--json"])
    try reader.check()
    if controlToken == nil, !isOnLoopback {
      (controlToken, isTokenMade) = (ServeSettings.randomToken(), true)
    }
  }

  /// Whether only this machine can reach the server.
  var isOnLoopback: Bool { host == "localhost" || host == "::1" || host.hasPrefix("127.") }

  /// A token that nobody can guess, unlike everything that a seed decides.
  private static func randomToken() -> String {
    var generator = SystemRandomNumberGenerator()
    return (0..<2).map { _ in String(UInt64.random(in: (1 << 60)...UInt64.max, using: &generator), radix: 16) }.joined()
  }

  /// What the fake is made with.
  var configuration: FakeConfiguration {
    FakeConfiguration(
      time: .live,
      clock: clock,
      seed: seed,
      faults: faults.map(\.fault),
      liftsQuotas: liftsQuotas,
      usesHTTPStatuses: usesHTTPStatuses,
      isStrict: isStrict,
      invalidStatus: invalidStatus,
      journalBytes: journalBytes
    )
  }

  /// The values of `--problem-status`.
  private enum ProblemStatus: String, CaseIterable {
    case spec, http
  }
}
