import DoubletContracts
import DoubletEngine

/// An object of `x-doublet` and the keys that it can have. Unlike OpenAPI's own objects it takes no other key.
struct DoubletObject {
  /// What it is, for messages: `a resource`.
  var noun: String
  /// Its keys.
  var keys: [String]

  static let document = DoubletObject(
    noun: "'x-doublet' of the document",
    keys: ["name", "formats", "state", "resources", "problems", "quotas"]
  )
  static let resource = DoubletObject(
    noun: "a resource",
    keys: ["schema", "key", "unique", "parent", "presumed", "omitted", "computed", "answered", "links"]
  )
  static let computed = DoubletObject(noun: "a computed member", keys: ["value", "on"])
  static let problem = DoubletObject(noun: "a problem", keys: ["status", "mediaType", "headers", "body"])
  static let quota = DoubletObject(
    noun: "a quota",
    keys: ["limit", "window", "methods", "operations", "per", "headers"]
  )
  static let operation = DoubletObject(
    noun: "'x-doublet' of an operation",
    keys: ["resource", "action", "find", "select", "answer", "scheme", "problems"]
  )
  static let find = DoubletObject(noun: "'find'", keys: ["by", "separator"])
  static let securityScheme = DoubletObject(noun: "'x-doublet' of a security scheme", keys: ["token"])
  static let token = DoubletObject(noun: "'token'", keys: ["length", "alphabet", "idle"])
  static let header = DoubletObject(noun: "'x-doublet' of a header", keys: ["value", "inferred"])
  static let annotation = DoubletObject(noun: "'x-doublet' here", keys: ["inferred"])
}

extension Compilation {
  /// The value, if it is a mapping with no other keys than these; other keys are errors, and do not stop it.
  func doublet(_ value: Located?, _ object: DoubletObject) -> Located? {
    guard let value else { return nil }
    guard value.node.isMapping else {
      diagnostics.error("\(object.noun) must be a mapping, not \(value.node.kindName)", at: value.node)
      return nil
    }
    for (key, _) in value.members where !object.keys.contains(key.name) {
      diagnostics.error(
        "\(object.noun) has no '\(key.name)'\(Suggestion.phrase(for: key.name, among: object.keys))",
        at: key
      )
    }
    return value
  }

  /// A word of a few.
  func word<Word: RawRepresentable & CaseIterable>(_ node: SourceNode, _ noun: String) -> Word?
  where Word.RawValue == String {
    let words = Word.allCases.map(\.rawValue)
    guard let text = node.string else {
      diagnostics.error("\(noun) must be a string, not \(node.kindName)", at: node)
      return nil
    }
    if let word = Word(rawValue: text) { return word }
    diagnostics.error("unknown \(noun) '\(text)'\(Suggestion.phrase(for: text, among: words))", at: node)
    return nil
  }

  /// A whole number that is not below `least`.
  func wholeNumber(_ object: Located, _ key: String, atLeast least: Int) -> Int? {
    guard let value = object.node[key] else { return nil }
    if let number = value.int, number >= least { return number }
    diagnostics.error(
      "'\(key)' must be a whole number from \(least), not \(value.string.map { "'\($0)'" } ?? value.kindName)",
      at: value
    )
    return nil
  }

  /// A stretch of time such as `10m`, in seconds.
  func seconds(_ object: Located, _ key: String) -> Int? {
    guard let value = object.node[key] else { return nil }
    // Shorter than a second is no window; longer than the engine can add to a moment is refused here.
    if let text = value.string, let count = Int(text.dropLast()), count > 0, count < 1_000_000,
      let nanoseconds = Timespan.nanoseconds(text)
    {
      return nanoseconds / 1_000_000_000
    }
    diagnostics.error(
      "'\(key)' must be a whole number with s, m, h or d, as 10m, not \(value.string.map { "'\($0)'" } ?? value.kindName)",
      at: value
    )
    return nil
  }

  /// Checks an object that takes nothing but the note that the published page lacks it.
  func checkInferred(_ object: Located) {
    guard let annotation = doublet(object["x-doublet"], .annotation) else { return }
    _ = string(annotation, "inferred")
  }
}
