import DoubletContracts
public import DoubletJSON

/// Why a JSON value is no scenario, fault or expectation.
public struct DecodingError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The place in the value.
  public var pointer: JSONPointer
  /// What is wrong and what would be right.
  public var message: String

  /// A mistake at that place.
  public init(pointer: JSONPointer, message: String) {
    self.pointer = pointer
    self.message = message
  }

  /// As a terminal prints it.
  public var description: String { "\(pointer.tokens.isEmpty ? "the value" : pointer.description): \(message)" }
}

/// Reads members off a JSON object, remembering where it is.
struct MemberReader {
  let json: JSON
  let pointer: JSONPointer

  init(_ json: JSON, at pointer: JSONPointer = JSONPointer()) throws(DecodingError) {
    guard json.object != nil else { throw DecodingError(pointer: pointer, message: "must be an object") }
    self.json = json
    self.pointer = pointer
  }

  var object: JSONObject { json.object ?? JSONObject() }

  func has(_ name: String) -> Bool { json[name] != nil }

  func error(_ name: String, _ message: String) -> DecodingError {
    DecodingError(pointer: pointer.appending(name), message: message)
  }

  func string(_ name: String) throws(DecodingError) -> String? {
    guard let value = json[name] else { return nil }
    guard let text = value.string else { throw error(name, "must be a string, is \(value.text())") }
    return text
  }

  /// One of a few words.
  func choice(_ name: String, _ words: String...) throws(DecodingError) -> String? {
    guard let word = try string(name) else { return nil }
    guard words.contains(word) else {
      throw error(name, "must be \(words.joined(separator: " or ")), is \"\(word)\"")
    }
    return word
  }

  /// The kind of a problem.
  func problemKind(_ name: String) throws(DecodingError) -> ProblemKind? {
    guard let word = try string(name) else { return nil }
    guard let kind = ProblemKind(rawValue: word) else {
      let kinds = ProblemKind.allCases.map(\.rawValue).joined(separator: ", ")
      throw error(name, "'\(word)' is no kind of problem; there are \(kinds)")
    }
    return kind
  }

  func int(_ name: String) throws(DecodingError) -> Int? {
    guard let value = json[name] else { return nil }
    guard let number = value.int else { throw error(name, "must be a whole number, is \(value.text())") }
    return number
  }

  func strings(_ name: String) throws(DecodingError) -> [String]? {
    guard let value = json[name] else { return nil }
    guard let array = value.array, array.allSatisfy({ $0.string != nil }) else {
      throw error(name, "must be an array of strings")
    }
    return array.compactMap(\.string)
  }

  func object(_ name: String) throws(DecodingError) -> MemberReader? {
    guard let value = json[name] else { return nil }
    return try MemberReader(value, at: pointer.appending(name))
  }

  func objects(_ name: String) throws(DecodingError) -> [MemberReader] {
    guard let value = json[name] else { return [] }
    guard let array = value.array else { throw error(name, "must be an array") }
    var readers: [MemberReader] = []
    for (index, element) in array.enumerated() {
      readers.append(try MemberReader(element, at: pointer.appending(name).appending(index)))
    }
    return readers
  }

  /// A length of time, in nanoseconds.
  func timespan(_ name: String) throws(DecodingError) -> Int? {
    guard let text = try string(name) else { return nil }
    guard let nanoseconds = Timespan.nanoseconds(text) else {
      throw error(name, "must be a number with ms, s, m, h or d, such as 10m; is \"\(text)\"")
    }
    return nanoseconds
  }

  /// A moment.
  func instant(_ name: String) throws(DecodingError) -> Instant? {
    guard let text = try string(name) else { return nil }
    guard let instant = Instant(text) else {
      throw error(name, "must be an RFC 3339 time such as 2026-01-31T12:00:00Z; is \"\(text)\"")
    }
    return instant
  }

  func matcher(_ name: String) throws(DecodingError) -> Matcher? {
    guard let value = json[name] else { return nil }
    do { return try Matcher(value) } catch { throw self.error(name, error.description) }
  }

  /// The members of an object, each a matcher.
  func matchers(_ name: String) throws(DecodingError) -> [(String, Matcher)] {
    guard let reader = try object(name) else { return [] }
    var matchers: [(String, Matcher)] = []
    for key in reader.object.keys {
      if let matcher = try reader.matcher(key) { matchers.append((key, matcher)) }
    }
    return matchers
  }

  /// The same by name.
  func matchersByName(_ name: String) throws(DecodingError) -> [String: Matcher] {
    let matchers = try matchers(name)
    return Dictionary(matchers) { $1 }
  }

  /// Refuses members that have no meaning here.
  func only(_ names: String...) throws(DecodingError) {
    for key in object.keys where !names.contains(key) {
      throw error(key, "has no meaning here; there are \(names.joined(separator: ", "))")
    }
  }
}
