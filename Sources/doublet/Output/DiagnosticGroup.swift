import DoubletJSON
import DoubletSpecCompiler

/// Warnings of one kind, told together: a document that someone generated has the same mistake a thousand times.
struct DiagnosticGroup {
  /// What is told in full.
  let first: Diagnostic
  private(set) var others: [Diagnostic] = []
  /// How many of the others are told by their place.
  private static let shown = 3

  /// The groups of diagnostics, in the order in which they are met. Each error is one by itself, before all warnings.
  static func groups(of diagnostics: [Diagnostic]) -> [DiagnosticGroup] {
    var groups = diagnostics.errors.map { DiagnosticGroup(first: $0) }
    var places: [String: Int] = [:]
    for warning in diagnostics.warnings {
      let kind = warning.kind
      if let place = places[kind] {
        groups[place].others.append(warning)
      } else {
        places[kind] = groups.count
        groups.append(DiagnosticGroup(first: warning))
      }
    }
    return groups
  }

  /// The line for people: `a.yaml:3:5: warning: the example does not fit its schema: … (and 2 more like it: 7:5, 9:5)`.
  func line(isColored: Bool) -> String {
    guard !others.isEmpty else { return first.line(isColored: isColored) }
    let places = others.prefix(DiagnosticGroup.shown).map {
      $0.file == first.file ? "\($0.line):\($0.column)" : $0.place
    }
    let rest = others.count > places.count ? ", …" : ""
    return first.line(isColored: isColored)
      + " (and \(others.count) more like it: \(places.joined(separator: ", "))\(rest))"
  }

  /// The object for programs, a line.
  var jsonLine: String {
    let json: JSON = [
      "event": "diagnostic", "severity": .string(first.severity.rawValue), "place": .string(first.place),
      "message": .string(first.message), "count": .number(JSONNumber(others.count + 1)),
      "others": .array(others.prefix(DiagnosticGroup.shown).map { .string($0.place) }),
    ]
    return json.text()
  }
}

extension Diagnostic {
  /// Where it is: `a.yaml:3:5`.
  fileprivate var place: String { "\(file):\(line):\(column)" }

  /// What the messages of one kind have in common: the words before the first colon, semicolon or parenthesis, without
  /// what is quoted, and without numbers.
  var kind: String {
    var kind = ""
    var quote: Character?
    var previous: Character = " "
    for (character, next) in zip(message, message.dropFirst() + " ") {
      defer { previous = character }
      if let open = quote {
        if character == open, !next.isLetter { quote = nil }
      } else if character == "'" || character == "\"", !previous.isLetter {
        quote = character
        kind += "'…'"
      } else if character == "(" || (character == ":" || character == ";") && next == " " {
        return kind
      } else {
        kind.append(character.isNumber ? "0" : character)
      }
    }
    return kind
  }
}
