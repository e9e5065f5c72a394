import ArgumentParser
import Testing

@testable import doublet

@Suite struct EndingTests {
  @Test(arguments: [["serve", "--prot", "1"], ["serv"], ["health", "a", "b"], ["routes", "--port", "1"]])
  func `wrong usage ends with 2 and says why in the last line`(arguments: [String]) throws {
    let ending = try ending(arguments)
    #expect(ending.status == .usage)
    #expect(ending.output.isEmpty)
    let last = try #require(ending.error.split(separator: "\n").last)
    #expect(last.hasPrefix("doublet: exit 2 – "))
  }

  @Test func `a misspelt option is answered with the right one`() throws {
    let ending = try ending(["serve", "--prot", "1"])
    #expect(ending.error.hasSuffix("doublet: exit 2 – Unknown option '--prot'. Did you mean '--port'?"))
  }

  @Test(arguments: [
    ("serv", "there are serve, check, routes, compile, health (did you mean 'serve'?)"),
    ("openapi.yaml", "to serve a document, write doublet serve openapi.yaml"),
  ])
  func `what is no command is answered with what to write`(argument: String, remedy: String) throws {
    #expect(try ending([argument]).error == "doublet: exit 2 – '\(argument)' is no command; \(remedy)")
  }

  @Test(arguments: [[], ["--help"], ["serve", "--help"], ["check", "-h"], ["--version"]])
  func `help and version go to standard output and end with 0`(arguments: [String]) throws {
    let ending = try ending(arguments)
    #expect(ending.status == .success)
    #expect(!ending.output.isEmpty)
    #expect(ending.error.isEmpty)
  }

  @Test func `the help of serve explains every option in a sentence`() {
    let help = Doublet.helpMessage(for: Serve.self, columns: 120)
    for option in [
      "--port", "--host", "--scenario", "--fault", "--no-quotas", "--problem-status", "--clock", "--random-seed",
      "--journal-size", "--log-level", "--log-format", "--color", "DOUBLET_PORT",
    ] {
      #expect(help.contains(option), "\(option) is not explained")
    }
  }

  @Test func `a failure ends with its own code`() {
    let ending = Ending(of: Failure(status: .cannotStart, reason: "port 4010 is taken", lines: ["one", "two"]))
    #expect(ending.status == .cannotStart)
    #expect(ending.error == "one\ntwo\ndoublet: exit 10 – port 4010 is taken")
  }

  @Test func `an error that nobody foresaw ends with 20`() {
    struct Surprise: Error {}
    let ending = Ending(of: Surprise())
    #expect(ending.status == .internalError)
    #expect(ending.error == "doublet: exit 20 – an error of Doublet's own: Surprise()")
  }

  /// How the process would end with the arguments.
  private func ending(_ arguments: [String]) throws -> Ending {
    let error = #expect(throws: (any Error).self) {
      var command = try Doublet.command(of: arguments)
      // Help is a command of the parser's own. What is Doublet's is not run here.
      if !(command is Serve || command is Check || command is Routes || command is Health) { try command.run() }
    }
    return Ending(of: try #require(error))
  }
}
