import DoubletServer
import DoubletSpecCompiler

extension [Diagnostic] {
  /// The errors among them.
  var errors: [Diagnostic] { filter { $0.severity == .error } }

  /// The warnings among them.
  var warnings: [Diagnostic] { filter { $0.severity == .warning } }

  /// Writes them to standard error, a line each.
  func tell(_ color: ColorChoice) {
    let isColored = color.isColored(.error)
    StandardStream.error.write(map { $0.line(isColored: isColored) }.joined(separator: "\n"))
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
