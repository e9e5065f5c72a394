import ArgumentParser
import DoubletContracts
import DoubletServer

/// The command line. Each subcommand is a file beside this one; what they share stands in the folders:
///
/// ```
/// Options/   what was asked for: flags and environment, read to values
/// Loading/   files to contracts, scenarios and a fake
/// Reports/   contracts to tables and JSON
/// Output/    streams, the ready line, the banner, the page at `/`
/// Probing/   the question that `doublet health` asks
/// ```
@main
struct Doublet: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doublet",
    abstract: "Stands in for HTTP APIs that you do not control: stateful, strict and deterministic.",
    discussion: """
      Doublet reads what an API promises (an OpenAPI document) and answers as the API would: it keeps what is written, \
      refuses what the document forbids, fails when told to, and records every exchange.

        doublet serve                   the bundled APIs on http://localhost:4010
        doublet serve openapi.yaml      your API
        doublet check openapi.yaml      what is wrong with it, what is kept
        doublet routes openapi.yaml     its operations and their ids
        doublet compile openapi.yaml    its tables as a file, served without reading YAML
        until doublet health; do sleep 0.1; done

      Results go to standard output, everything for people to standard error. Exit codes: 0 done; 1 the answer is no; \
      2 a mistake in arguments or documents; 10 cannot start here, such as a taken port; 20 an error of Doublet's own.
      """,
    version: DoubletVersion.current,
    subcommands: [Serve.self, Check.self, Routes.self, Compile.self, Health.self]
  )

  /// The command that arguments ask for.
  static func command(of arguments: [String]) throws -> any ParsableCommand {
    let names = configuration.subcommands.compactMap { $0.configuration.commandName }
    guard let first = arguments.first, !first.hasPrefix("-"), first != "help", !names.contains(first) else {
      return try parseAsRoot(arguments)
    }
    let isDocument = ["yaml", "yml", "json", "contract"].contains { first.hasSuffix(".\($0)") }
    let remedy =
      isDocument
      ? "; to serve a document, write doublet serve \(first)"
      : "; there are \(names.joined(separator: ", "))\(Nearest.hint(for: first, among: names))"
    throw Failure(status: .usage, reason: "'\(first)' is no command\(remedy)")
  }

  static func main() async {
    do {
      var command = try command(of: Array(CommandLine.arguments.dropFirst()))
      if var asynchronous = command as? any AsyncParsableCommand {
        try await asynchronous.run()
      } else {
        try command.run()
      }
    } catch {
      Ending(of: error).end()
    }
  }
}
