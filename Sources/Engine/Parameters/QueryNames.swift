import DoubletContracts
import DoubletJSON
import DoubletValidation

/// The names that the query of an operation may hold: its parameters', and those of the contract's API keys.
struct QueryNames: Sendable {
  /// As the document writes them, for hints.
  private let declared: [String]
  private let names: Set<String>
  /// The names of deep objects.
  private let deep: [String]
  /// Whether a parameter takes whatever no other one claims, or the whole query.
  private let takesAll: Bool

  init(_ parameters: [ServedParameter], _ contract: Contract) {
    let query = parameters.filter { $0.row.location == .query }
    let keys = contract.schemes.filter { $0.kind == .apiKeyQuery }.map(\.name)
    declared = query.map(\.row.name)
    let spread = query.filter(\.spreadsMembers)
    names = Set(declared + keys + spread.flatMap(\.typing.outline.memberNames))
    deep = query.filter { $0.row.style == .deepObject }.map(\.row.name)
    takesAll =
      spread.contains(where: \.typing.outline.takesOthers)
      || parameters.contains { $0.row.location == .querystring }
  }

  /// The names of a form.
  init(_ fields: [FormField]) {
    let objects = fields.filter { $0.typing.shape == .object && (!$0.hasStyle || $0.parameter.spreadsMembers) }
    declared = fields.map(\.name)
    names = Set(declared + objects.flatMap(\.typing.outline.memberNames))
    deep = fields.filter { $0.parameter.row.style == .deepObject || !$0.hasStyle && $0.typing.shape != .scalar }
      .map(\.name)
    takesAll = false
  }

  /// Whether a parameter or an API key has this name.
  func claims(_ name: String) -> Bool {
    names.contains(name) || deep.contains { DeepName.members(of: name, below: $0) != nil }
  }

  /// One violation for each name that the operation does not know.
  func unknown(in items: [QueryItem], of operation: OperationRow) -> [Violation] {
    guard !items.isEmpty, !takesAll else { return [] }
    var seen: Set<String> = []
    return items.map(\.name).filter { !claims($0) && seen.insert($0).inserted }.map { name in
      let hint = Nearest.hint(for: name, among: declared)
      let known = declared.isEmpty ? "; there is none" : "; there are \(declared.joined(separator: ", "))"
      return Violation(
        side: .request,
        place: .query,
        keyword: "unknown",
        pointer: JSONPointer(tokens: ["query", name]),
        schemaLocation: "",
        position: operation.position,
        message: "is no parameter of this operation\(hint.isEmpty ? known : hint)"
      )
    }
  }
}
