/// One place where two values differ, for reports of what was expected and what came.
///
/// ```text
/// /items/2/price: expected 10.5, found 10.50001
/// /items/3: expected nothing, found {"id":7}
/// ```
public struct JSONDifference: Sendable, Hashable {
  /// The place that differs.
  public let pointer: JSONPointer

  /// What was expected there; nothing if the place was to be empty.
  public let expected: JSON?

  /// What was found there; nothing if the place is empty.
  public let actual: JSON?

  /// A difference at a place.
  public init(pointer: JSONPointer, expected: JSON?, actual: JSON?) {
    self.pointer = pointer
    self.expected = expected
    self.actual = actual
  }

  /// The places where two values differ, as deep down as they can be told apart, in the order of what was expected;
  /// none if the values are equal.
  public static func between(_ expected: JSON, _ actual: JSON) -> [JSONDifference] {
    var differences: [JSONDifference] = []
    collect(expected, actual, at: JSONPointer(), into: &differences)
    return differences
  }

  private static func collect(_ expected: JSON?, _ actual: JSON?, at place: JSONPointer, into all: inout [Self]) {
    switch (expected, actual) {
    case (.array(let expected), .array(let actual)):
      for position in 0..<max(expected.count, actual.count) {
        let (first, second) = (JSON.array(expected)[position], JSON.array(actual)[position])
        collect(first, second, at: place.appending(position), into: &all)
      }
    case (.object(let expected), .object(let actual)):
      for (key, value) in expected {
        collect(value, actual[key], at: place.appending(key), into: &all)
      }
      for (key, value) in actual where !expected.contains(key) {
        collect(nil, value, at: place.appending(key), into: &all)
      }
    default:
      if expected != actual { all.append(Self(pointer: place, expected: expected, actual: actual)) }
    }
  }
}

extension JSONDifference: CustomStringConvertible {
  /// The place and both values in one line.
  public var description: String {
    let place = pointer.tokens.isEmpty ? "the whole value" : pointer.description
    return "\(place): expected \(expected?.text() ?? "nothing"), found \(actual?.text() ?? "nothing")"
  }
}
