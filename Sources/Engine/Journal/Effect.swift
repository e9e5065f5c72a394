/// What an exchange did to a record. Its text is made when somebody asks: `+leadSources/cus_01`.
struct Effect: Sendable {
  enum Kind: Sendable, BitwiseCopyable {
    case made, changed, removed

    var mark: Character {
      switch self {
      case .made: "+"
      case .changed: "~"
      case .removed: "-"
      }
    }
  }

  let kind: Kind
  let resource: String
  let key: String

  var text: String { "\(kind.mark)\(resource)/\(key)" }
}
