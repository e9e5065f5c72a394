import ArgumentParser
import DoubletJSON
import DoubletServer

/// `doublet routes`: the operations of documents.
struct Routes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "routes",
    abstract: "List the operations: method, path, id, credentials, what is read or written, statuses, problems.",
    discussion: """
      The ids are what --fault, scenarios and expectations name. ACTION is what an operation does to what the fake \
      keeps, '(inferred)' where no x-doublet declares it; where there is none, 'example' means the document's \
      example, and 'sample' a valid value. PROBLEMS are the statuses that it answers by itself when a request or the \
      state calls for it.

        doublet routes
        doublet routes openapi.yaml --json | jq -r '.[].operation'
      """
  )

  @OptionGroup var documents: DocumentOptions

  func run() throws {
    let (color, isJSON, isStrict) = try documents.settings()

    let loaded = LoadedSpec.load(documents.specs, isStrict: isStrict)
    // Warnings are what `doublet check` is for.
    loaded.flatMap(\.diagnostics).errors.tell(color)
    let rows = RouteRow.rows(of: try loaded.contracts())
    StandardStream.output.write(
      isJSON ? JSON.array(rows.map(\.json)).text(pretty: true) : Routes.text(rows)
    )
  }

  /// The table.
  static func text(_ rows: [RouteRow]) -> String {
    TextTable(
      heads: ["METHOD", "PATH", "OPERATION", "SECURITY", "ACTION", "STATUSES", "PROBLEMS"],
      rows: rows.map(\.cells)
    ).lines().map { $0 + "\n" }.joined()
  }
}
