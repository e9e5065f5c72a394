import DoubletContracts

/// Collects what is wrong, so that all mistakes come at once. The same mistake, met by two ways, is told once.
final class Diagnostics {
  private var places: [(position: SourcePosition, diagnostic: Diagnostic)] = []
  private var seen: Set<Diagnostic> = []
  private var told: Set<String> = []
  private let isLenient: Bool
  /// The paths of the files that positions name.
  var files: [String] = []

  /// A collector; a lenient one lets mistakes pass that a document can be served with.
  init(isLenient: Bool) { self.isLenient = isLenient }

  /// Notes what makes the document unusable.
  func error(_ message: String, at position: SourcePosition) { note(.error, message, at: position) }

  /// Notes what makes the document unusable, at a value.
  func error(_ message: String, at node: SourceNode) { note(.error, message, at: node.position) }

  /// Notes what is wrong or not enforced.
  func warning(_ message: String, at position: SourcePosition) { note(.warning, message, at: position) }

  /// Notes what is wrong or not enforced, at a value.
  func warning(_ message: String, at node: SourceNode) { note(.warning, message, at: node.position) }

  /// Notes a mistake that a document can be served with if it must: an error, or a warning to the lenient.
  func mistake(_ message: String, at position: SourcePosition) {
    note(isLenient ? .warning : .error, message, at: position)
  }

  /// Notes a mistake that a document can be served with if it must, at a value.
  func mistake(_ message: String, at node: SourceNode) { mistake(message, at: node.position) }

  /// Notes what is wrong in many places where it is wrong at all: the first of them stands for all.
  func warningOnce(_ topic: String, _ message: String, at node: SourceNode) {
    if told.insert(topic).inserted { warning(message, at: node) }
  }

  /// Whether something makes the document unusable.
  var hasErrors: Bool { places.contains { $0.diagnostic.severity == .error } }

  /// Everything, by file, line and column.
  var sorted: [Diagnostic] {
    places.enumerated()
      .sorted { first, second in
        let left = first.element.position
        let right = second.element.position
        return (left.file, left.line, left.column, first.offset) < (right.file, right.line, right.column, second.offset)
      }
      .map(\.element.diagnostic)
  }

  private func note(_ severity: Diagnostic.Severity, _ message: String, at position: SourcePosition) {
    let file = files.indices.contains(position.file) ? files[position.file] : ""
    let diagnostic = Diagnostic(
      severity: severity,
      file: file,
      line: position.line,
      column: position.column,
      message: message
    )
    guard seen.insert(diagnostic).inserted else { return }
    places.append((position, diagnostic))
  }
}
