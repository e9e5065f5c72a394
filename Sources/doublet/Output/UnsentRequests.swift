import DoubletContracts
import DoubletSpecCompiler

extension Contract {
  /// What the document describes and a fake never sends, each kind told once: webhooks, callbacks.
  var unsentRequests: [Diagnostic] {
    ["webhooks", "callbacks"].compactMap { rule in
      let rows = unenforced.filter { $0.rule == rule }
      guard let first = rows.first, info.files.indices.contains(first.position.file) else { return nil }
      let others = rows.count > 1 ? " (of \(rows.count) operations)" : ""
      return Diagnostic(
        severity: .warning,
        file: info.files[first.position.file],
        line: first.position.line,
        column: first.position.column,
        message: "'\(rule)' does nothing here: \(first.reason)\(others)"
      )
    }
  }
}
