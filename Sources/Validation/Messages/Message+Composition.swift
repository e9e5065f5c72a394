import DoubletContracts
import DoubletJSON

extension Message {
  /// `must match at least one of 3 schemas, matches none`
  static func anyOf(_ branches: Int) -> String {
    "must match at least one of \(count(branches, "schema")), matches none"
  }

  /// `must match exactly one of 2 schemas, matches none`
  static func oneOf(_ branches: Int, matches: Int) -> String {
    "must match exactly one of \(count(branches, "schema")), matches \(number(matches))"
  }

  /// `must have exactly one of "problem", "status", has none`
  static func presence(_ names: [String], has found: [String], isExact: Bool) -> String {
    let which = found.isEmpty ? "none" : choices(found.map(quoted))
    return "must have \(isExact ? "exactly" : "at least") one of \(choices(names.map(quoted))), has \(which)"
  }

  /// `must not have "count", "min" together`
  static func absence(_ names: [String]) -> String {
    "must not have \(choices(names.map(quoted)))\(names.count > 1 ? " together" : "")"
  }

  /// `must not match the schema #/components/schemas/Closed`
  static func not(_ location: String) -> String { "must not match the schema \(location)" }

  /// `must be one of "cat", "dog" to choose a schema, is "cow"`
  static func discriminator(_ values: [String], _ value: JSONCursor) -> String {
    "must be one of \(choices(values.map(quoted))) to choose a schema, is \(Message.value(value))"
  }

  /// `is nested too deeply to be judged: more than 1600 schemas are open`
  static let depth = "is nested too deeply to be judged: more than \(Evaluator.maximumDepth) schemas are open"

  /// `is too costly to be judged: …`
  static let steps = "is too costly to be judged: its schemas lead through too many alternatives"
}
