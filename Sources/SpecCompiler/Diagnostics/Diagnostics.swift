import DoubletContracts

/// Collects what is wrong, so that all mistakes come at once. The same mistake, met by two ways, is told once.
final class Diagnostics {
  private var places: [(position: SourcePosition, diagnostic: Diagnostic)] = []
  private var seen: Set<Diagnostic> = []
  private var told: Set<String> = []
  private let isStrict: Bool
  /// The paths of the files that positions name.
  var files: [String] = []

  /// A collector; a strict one lets no mistake pass, though a document could be served with it.
  init(isStrict: Bool = false) { self.isStrict = isStrict }

  /// Notes what makes the document unusable.
  func error(_ message: String, at position: SourcePosition) { note(.error, message, at: position) }

  /// Notes what makes the document unusable, at a value.
  func error(_ message: String, at node: SourceNode) { note(.error, message, at: node.position) }

  /// Notes a mistake that the document can be served with: a warning, or an error to the strict.
  func warning(_ message: String, at position: SourcePosition) {
    note(isStrict ? .error : .warning, message, at: position)
  }

  /// Notes a mistake that the document can be served with, at a value.
  func warning(_ message: String, at node: SourceNode) { warning(message, at: node.position) }

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
