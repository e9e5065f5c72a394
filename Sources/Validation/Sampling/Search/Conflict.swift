import DoubletContracts
import DoubletJSON

/// What excludes each other in a demand. It is worded where somebody is told of it, and not while a sample is looked for.
enum Conflict {
  case values([JSON], [JSON])
  case types(JSONTypes, JSONTypes)
  /// A rule, and the types that were asked for before it, where there were any.
  case rule(String, beside: JSONTypes?)

  /// The rules as sentences: `must be a string`.
  var rules: [String] {
    switch self {
    case .values(let earlier, let later): [Message.mustBe(earlier), Message.mustBe(later)]
    case .types(let earlier, let later): [Message.mustBe(earlier), Message.mustBe(later)]
    case .rule(let rule, let types): (types.map { [Message.mustBe($0)] } ?? []) + [rule]
    }
  }
}
