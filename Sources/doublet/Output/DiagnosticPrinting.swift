import DoubletServer
import DoubletSpecCompiler

extension [Diagnostic] {
  /// The errors among them.
  var errors: [Diagnostic] { filter { $0.severity == .error } }

  /// The warnings among them.
  var warnings: [Diagnostic] { filter { $0.severity == .warning } }

  /// Writes them to standard error, a line each.
  func tell(_ color: ColorChoice, _ format: LogFormat = .text) {
    let lines =
      switch format {
      case .text: map { $0.line(isColored: color.isColored(.error)) }
      case .json: map { DiagnosticGroup(first: $0).jsonLine }
      }
    StandardStream.error.write(lines.joined(separator: "\n"))
  }

  /// Writes them to standard error, warnings of one kind as one line.
  ///
  /// - Parameter paths: The documents that they are of.
  func tellGrouped(_ color: ColorChoice, _ format: LogFormat = .text, of paths: [String]) {
    let lines =
      switch format {
      case .text: groupedLines(isColored: color.isColored(.error), of: paths)
      case .json: DiagnosticGroup.groups(of: self).map(\.jsonLine)
      }
    StandardStream.error.write(lines.joined(separator: "\n"))
  }

  /// A line for each error and each kind of warning, and, where that leaves some out, how all are listed.
  func groupedLines(isColored: Bool, of paths: [String]) -> [String] {
    let groups = DiagnosticGroup.groups(of: self)
    let lines = groups.map { $0.line(isColored: isColored) }
    guard groups.count < count else { return lines }
    let kinds = (groups.count - errors.count).counted("kind")
    let sum = "\(warnings.count.counted("warning")) of \(kinds)"
    return lines + ["\(sum); doublet check \(paths.joined(separator: " ")) lists each with its place"]
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
