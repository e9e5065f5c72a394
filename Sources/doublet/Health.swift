import ArgumentParser
import DoubletContracts

/// `doublet health`: asks a running Doublet whether it is ready.
struct Health: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "health",
    abstract: "Ask a running Doublet whether it is ready.",
    discussion: """
      For container health checks, and for scripts that wait:

        until doublet health; do sleep 0.1; done

      Exit codes: 0, ready; 1, not.
      """
  )

  @Argument(help: ArgumentHelp("Where it runs. (default: DOUBLET_URL, else http://localhost:4010)", valueName: "url"))
  var url: String?

  @Option(help: ArgumentHelp("How long to wait for the answer. (default: 2)", valueName: "seconds"))
  var timeout: String?

  @Option(
    help: ArgumentHelp("The token that it was started with, if it asks for one.", valueName: "token")
  )
  var controlToken: String?

  func run() throws {
    var reader = SettingReader(environment: ProcessEnvironment.variables)
    let address = reader.value(url, "--url", as: "<url>", default: HTTPAddress.default, read: HTTPAddress.init)
    let seconds = reader.value(timeout, "--timeout", default: 2) { text throws(Mistake) in
      guard let seconds = Int(text), seconds > 0 else { throw Mistake("must be a whole number of seconds, at least 1") }
      return seconds
    }
    let token: String? = reader.value(controlToken, "--control-token", default: nil) { $0 }
    try reader.check()

    let path = "/__doublet/health"
    do {
      let answer = try HTTPProbe(timeout: seconds, token: token).get(path, at: address)
      guard answer.status != 401 else {
        throw Failure(status: .no, reason: "\(address) asks for its token; give it with --control-token")
      }
      guard answer.status == 200 else {
        throw Failure(
          status: .no,
          reason: "\(address)\(path) answers \(answer.status); this is no Doublet that is ready"
        )
      }
      StandardStream.output.write("ready \(address)")
    } catch let error as HTTPProbe.Unreachable {
      throw Failure(status: .no, reason: "\(address) is not ready: \(error.reason)")
    }
  }
}
