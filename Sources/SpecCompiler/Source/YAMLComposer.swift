import Yams

/// Composes a YAML text with Yams, which stops at a key that appears twice and tells where the first one stands. To go on
/// and to name the second one, such a key is renamed in the text, and the text is composed again.
struct YAMLComposer {
  /// A key that its mapping had already.
  struct Duplicate {
    var key: String
    var line: Int
    var column: Int
  }

  /// A text that cannot be composed.
  struct Failure: Error {
    var message: String
    var line: Int
    var column: Int
  }

  /// The keys that were renamed, each the second of its name.
  private(set) var duplicates: [Duplicate] = []
  private var text: String

  init(text: String) { self.text = text }

  /// The document's root, or nothing where there is none.
  mutating func compose() throws(Failure) -> Node? {
    while true {
      do {
        // No resolver: the text of a scalar is looked at later, by the core schema.
        return try Yams.compose(yaml: text, .basic)
      } catch let error as YamlError {
        guard case .duplicatedKeysInMapping(let keys, let context) = error, let key = keys.first, duplicates.count < 50,
          let (renamed, place) = renaming(key, after: context.mark)
        else { throw YAMLComposer.failure(of: error) }
        text = renamed
        duplicates.append(Duplicate(key: key, line: place.line, column: place.column))
      } catch {
        throw Failure(message: "\(error)", line: 1, column: 1)
      }
    }
  }

  /// The text with the second key of that name renamed, without moving anything else: of all places where the name
  /// stands as a key after the first one, the one whose change makes Yams go further. In block style it stands in the
  /// same column, so those places are tried first.
  private func renaming(_ key: String, after mark: Mark) -> (text: String, place: (line: Int, column: Int))? {
    let name = Array(key.unicodeScalars)
    var lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false).map(Array.init)
    let places = YAMLComposer.places(of: name, in: lines, after: mark)
    let inColumn = places.filter { $0.column == mark.column }
    for place in (inColumn + places.filter { $0.column != mark.column }).prefix(200) {
      // A character of the private use area: no document has it in a key.
      lines[place.line - 1][place.nameColumn - 1] = "\u{F8FF}"
      let candidate = String(String.UnicodeScalarView(lines.joined(separator: ["\n"])))
      if !hasDuplicate(key, at: mark, in: candidate) { return (candidate, (place.line, place.column)) }
      lines[place.line - 1][place.nameColumn - 1] = name[0]
    }
    return nil
  }

  /// Where the name stands before a colon, after the first key: the token's place, and that of its first letter.
  private static func places(
    of name: [Unicode.Scalar],
    in lines: [[Unicode.Scalar]],
    after mark: Mark
  ) -> [(line: Int, column: Int, nameColumn: Int)] {
    var places: [(line: Int, column: Int, nameColumn: Int)] = []
    guard !name.isEmpty else { return [] }
    for number in max(mark.line - 1, 0)..<max(mark.line - 1, lines.count) {
      let line = lines[number]
      let start = number == mark.line - 1 ? mark.column - 1 + name.count : 0
      guard line.count >= start + name.count else { continue }
      for column in start...(line.count - name.count) where line[column..<(column + name.count)].elementsEqual(name) {
        let rest = line[(column + name.count)...].drop { $0 == "'" || $0 == "\"" || $0 == " " }
        guard rest.first == ":" else { continue }
        let isQuoted = column > 0 && (line[column - 1] == "'" || line[column - 1] == "\"")
        places.append((number + 1, isQuoted ? column : column + 1, column + 1))
      }
    }
    return places
  }

  private func hasDuplicate(_ key: String, at mark: Mark, in text: String) -> Bool {
    do {
      _ = try Yams.compose(yaml: text, .basic)
      return false
    } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
      return keys.contains(key) && context.mark.line == mark.line && context.mark.column == mark.column
    } catch {
      // The change broke the text, so it was no key.
      return true
    }
  }

  private static func failure(of error: YamlError) -> Failure {
    switch error {
    case .scanner(let context, let problem, let mark, let text), .parser(let context, let problem, let mark, let text),
      .composer(let context, let problem, let mark, let text):
      let reason = reason(problem, context?.text, startingWith: character(at: mark, of: text))
      return Failure(message: reason, line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let keys, let context):
      return Failure(
        message: "the key '\(keys.first ?? "")' is in this mapping twice; remove one of the two",
        line: context.mark.line,
        column: context.mark.column
      )
    case .reader(let problem, let offset, _, let yaml):
      let before = yaml.prefix(offset ?? 0)
      let line = before.count { $0 == "\n" } + 1
      let column = before.reversed().prefix { $0 != "\n" }.count + 1
      return Failure(message: "this is not YAML: \(problem)", line: line, column: column)
    default:
      return Failure(message: "this is not YAML: \(error)", line: 1, column: 1)
    }
  }

  /// What is wrong, in the parser's words where they can be acted on.
  private static func reason(_ problem: String, _ doing: String?, startingWith character: Character?) -> String {
    switch problem {
    case _ where problem.hasPrefix("Maximum nesting level"): "lists and mappings stand in each other too deeply"
    case "but found another document": "a second document begins here; a file holds one"
    case "found character that cannot start any token" where character == "\t":
      "this is not YAML: a tab cannot indent; use blanks"
    case "found character that cannot start any token":
      "this is not YAML: no text begins with \(character.map { "'\($0)'" } ?? "this"); put it in quotes"
    default: "this is not YAML: \(problem)\(doing.map { " " + $0 } ?? "")"
    }
  }

  private static func character(at mark: Mark, of text: String) -> Character? {
    let line = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).dropFirst(mark.line - 1).first
    return line?.dropFirst(mark.column - 1).first
  }
}
