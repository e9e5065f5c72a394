import ArgumentParser

/// What `doublet serve` can be told. Everything is text here: ``ServeSettings`` reads flags and environment alike.
struct ServeOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp(
      """
      OpenAPI documents (YAML or JSON) to serve, or files that 'doublet compile' wrote; none: the bundled APIs. A \
      document may refer to other files, relative to itself.
      """,
      valueName: "spec"
    ),
    completion: .file(extensions: ["yaml", "yml", "json", "contract"])
  )
  var specs: [String] = []

  @OptionGroup var strictness: StrictnessOptions

  @Option(name: .shortAndLong, help: "The port to listen on; 0 takes any free one. (default: 4010)")
  var port: String?

  @Option(
    help: """
      The host name or address to listen on; localhost is both 127.0.0.1 and ::1, 0.0.0.0 every address. (default: \
      localhost)
      """
  )
  var host: String?

  @Option(
    help: ArgumentHelp(
      """
      How the sandboxes start: a bundled scenario, by NAME or API/NAME, or a FILE.yaml. One for each API; an API's \
      scenario 'baseline' otherwise. Repeatable.
      """,
      valueName: "name"
    )
  )
  var scenario: [String] = []

  @Option(
    help: ArgumentHelp(
      "A failure to inject: OP=WHAT[:N][,KEY=VALUE]…, as explained above. Repeatable; the first that applies wins.",
      valueName: "fault"
    )
  )
  var fault: [String] = []

  @Flag(
    inversion: .prefixedNo,
    help: "Keep the rate limits that the documents declare, or lift them. (default: --quotas)"
  )
  var quotas: Bool?

  @Option(
    help: ArgumentHelp(
      """
      The statuses of problems: 'spec', as the documents say, or 'http', where an API that answers every failure with \
      200 answers 401, 404 or 422 instead. (default: spec)
      """,
      valueName: "spec|http"
    ),
    completion: .list(["spec", "http"])
  )
  var problemStatus: String?

  @Option(
    help: ArgumentHelp(
      """
      The status of every request that can be read but breaks a rule of its document, from 400 to 499. (default: as the \
      documents say, else 422)
      """,
      valueName: "status"
    )
  )
  var invalidStatus: String?

  @Option(
    help: ArgumentHelp(
      "The clock of the sandboxes: live, or a time such as 2026-01-31T12:00:00Z at which it stands. (default: live)",
      valueName: "live|time"
    )
  )
  var clock: String?

  @Option(help: ArgumentHelp("What ids and random draws depend on. (default: 0)", valueName: "number"))
  var randomSeed: String?

  @Option(
    help: ArgumentHelp(
      "How much all journals together may hold, such as 64MiB; the oldest exchanges go first. (default: 64MiB)",
      valueName: "size"
    )
  )
  var journalSize: String?

  @Option(
    help: ArgumentHelp(
      "What control requests must carry as Authorization: Bearer TOKEN. (default: nothing on loopback, else a random one)",
      valueName: "token"
    )
  )
  var controlToken: String?

  @Option(
    help: ArgumentHelp(
      """
      A name, without port, by which control requests may reach the server beside localhost, such as its container's. \
      Repeatable.
      """,
      valueName: "name"
    )
  )
  var allowHost: [String] = []

  @Option(
    help: ArgumentHelp(
      "The least level that is logged: trace, debug, info, notice, warning, error or critical; above info, no exchange "
        + "is. (default: info)",
      valueName: "level"
    ),
    completion: .list(["trace", "debug", "info", "notice", "warning", "error", "critical"])
  )
  var logLevel: String?

  @Option(
    help: ArgumentHelp(
      "How log and ready line are written: 'text', or 'json', an object a line. (default: text)",
      valueName: "text|json"
    ),
    completion: .list(["text", "json"])
  )
  var logFormat: String?

  @OptionGroup var terminal: TerminalOptions
}

/// What every command that writes for people can be told.
struct TerminalOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "When text is coloured; NO_COLOR and FORCE_COLOR are heeded. (default: auto, on a terminal)",
      valueName: "auto|always|never"
    ),
    completion: .list(["auto", "always", "never"])
  )
  var color: String?
}
