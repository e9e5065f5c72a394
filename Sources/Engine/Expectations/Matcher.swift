public import DoubletJSON
public import DoubletValidation

/// What a value must look like: a JSON value whose objects name members that must match (others may be there), and which
/// is compared by equality elsewhere. `{$pattern: …}`, `{$present: …}` and `{$exactly: …}` say more.
public indirect enum Matcher: Sendable, Hashable {
  /// Equal by value.
  case equal(JSON)
  /// An object whose named members match.
  case members([String: Matcher])
  /// An array whose elements match, one by one.
  case elements([Matcher])
  /// A string in which the pattern is found.
  case pattern(Pattern)
  /// There, or not there.
  case present(Bool)

  /// Reads a matcher; the error names the member at fault.
  public init(_ json: JSON) throws(FakeError) {
    switch json {
    case .object(let object):
      if object.count == 1, let key = object.keys.first, key.hasPrefix("$") {
        self = try Matcher(special: key, object[key] ?? .null)
      } else {
        var members: [String: Matcher] = [:]
        for (key, value) in object { members[key] = try Matcher(value) }
        self = .members(members)
      }
    case .array(let array):
      var elements: [Matcher] = []
      for element in array { elements.append(try Matcher(element)) }
      self = .elements(elements)
    default: self = .equal(json)
    }
  }

  private init(special key: String, _ operand: JSON) throws(FakeError) {
    switch (key, operand) {
    case ("$exactly", _): self = .equal(operand)
    case ("$present", .bool(let isPresent)): self = .present(isPresent)
    case ("$pattern", .string(let source)):
      do { self = .pattern(try Pattern(source)) } catch { throw FakeError("$pattern '\(source)': \(error.message)") }
    default:
      throw FakeError(
        "'\(key)' is no matcher; there are $pattern with a string, $present with true or false, $exactly."
      )
    }
  }

  /// Whether a value, or its absence, matches.
  public func matches(_ value: JSON?) -> Bool { differences(from: value, at: JSONPointer()).isEmpty }

  /// Where and how a value does not match.
  public func differences(from value: JSON?, at pointer: JSONPointer) -> [JSONDifference] {
    switch self {
    case .present(let isPresent):
      return (value != nil) == isPresent
        ? [] : [JSONDifference(pointer: pointer, expected: isPresent ? .string("anything") : nil, actual: value)]
    case .equal(let expected):
      return expected == value ? [] : [JSONDifference(pointer: pointer, expected: expected, actual: value)]
    case .pattern(let pattern):
      if let text = value?.string, pattern.matches(text) == .matches { return [] }
      return [JSONDifference(pointer: pointer, expected: .string("/\(pattern.source)/"), actual: value)]
    case .members(let members):
      guard case .object(let object)? = value else {
        return [JSONDifference(pointer: pointer, expected: .object(JSONObject()), actual: value)]
      }
      return members.sorted { $0.key < $1.key }.flatMap {
        $0.value.differences(from: object[$0.key], at: pointer.appending($0.key))
      }
    case .elements(let elements):
      guard case .array(let array)? = value, array.count == elements.count else {
        return [
          JSONDifference(
            pointer: pointer,
            expected: .string("an array of \(elements.count) elements"),
            actual: value
          )
        ]
      }
      return zip(elements, array).enumerated().flatMap { index, pair in
        pair.0.differences(from: pair.1, at: pointer.appending(index))
      }
    }
  }
}
