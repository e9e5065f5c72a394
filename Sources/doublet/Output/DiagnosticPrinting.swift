import DoubletServer
import DoubletSpecCompiler

extension [Diagnostic] {
  /// The errors among them.
  var errors: [Diagnostic] { filter { $0.severity == .error } }

  /// The warnings among them.
  var warnings: [Diagnostic] { filter { $0.severity == .warning } }

  /// Writes them to standard error, a line each; of very many the first.
  func tell(_ color: ColorChoice) {
    StandardStream.error.write(lines(isColored: color.isColored(.error)).joined(separator: "\n"))
  }

  /// The lines: errors before warnings where there are too many to show all, and how many are left out.
  func lines(isColored: Bool, atMost limit: Int = 100) -> [String] {
    guard count > limit else { return map { $0.line(isColored: isColored) } }
    let shown = (errors + warnings).prefix(limit)
    let left = [
      (errors.count - Array(shown).errors.count, "error"), (warnings.count - Array(shown).warnings.count, "warning"),
    ].filter { $0.0 > 0 }.map { $0.0.counted($0.1) }
    return shown.map { $0.line(isColored: isColored) }
      + ["… and \(left.joined(separator: " and ")) more; doublet check --json lists all"]
  }
}

extension Diagnostic {
  /// The line for a terminal, with the severity in its colour where there are colours.
  func line(isColored: Bool) -> String {
    guard isColored else { return description }
    let color = severity == .error ? "31" : "33"
    return "\(file):\(line):\(column): \u{1B}[1;\(color)m\(severity.rawValue)\u{1B}[0m: \(message)"
  }
}

extension ColorChoice {
  /// Whether a stream gets colours.
  func isColored(_ stream: StandardStream) -> Bool {
    isColored(isTerminal: stream.isTerminal, environment: ProcessEnvironment.variables)
  }
}
