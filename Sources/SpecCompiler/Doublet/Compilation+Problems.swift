import DoubletContracts
import DoubletJSON

extension Compilation {
  /// The key of the wording that all kinds start from.
  private static let base = "default"

  /// The document's wordings: `default` first, then a complete row for every kind that is named.
  func compileProblems(_ problems: Located) -> Span {
    let scope = ExpressionScope(kind: .problem, operations: operations, isAnyOperationEnough: true)
    let read = readWordings(problems, scope)
    wordings = Dictionary(read, uniquingKeysWith: { $1 })
    return appendRows(read.map(\.kind), wordings)
  }

  /// An operation's own wordings, merged over the document's. One that changes `default` has a row for every kind, since
  /// its default stands before the document's kinds.
  func compileProblems(of operation: CompiledOperation) {
    guard let problems = operation.doublet?["problems"] else { return }
    let scope = ExpressionScope(kind: .problem, operations: [operation])
    let read = readWordings(problems, scope)
    var all = wordings
    for (kind, wording) in read { all[kind] = all[kind].map { $0.merged(with: wording) } ?? wording }
    var kinds = read.map(\.kind)
    if kinds.contains(Compilation.base) { kinds += wordings.keys.filter { !kinds.contains($0) }.sorted() }
    contract.operations[operation.index].problems = appendRows(kinds, all)
  }

  private func readWordings(_ problems: Located, _ scope: ExpressionScope) -> [(kind: String, wording: Wording)] {
    guard problems.node.isMapping else {
      diagnostics.error(
        "'problems' must be a mapping of kinds to wordings, not \(problems.node.kindName)",
        at: problems.node
      )
      return []
    }
    let kinds = ProblemKind.allCases.map(\.rawValue)
    return problems.members.compactMap { key, value in
      if key.name != Compilation.base, ProblemKind(rawValue: key.name) == nil {
        let near = Suggestion.nearest(to: key.name, among: kinds + [Compilation.base])
        let hint = near.map { "did you mean '\($0)'?" } ?? "there are default, \(kinds.joined(separator: ", "))"
        diagnostics.error("no kind of problem is called '\(key.name)'; \(hint)", at: key)
      }
      guard let object = doublet(value, .problem) else { return nil }
      return (key.name, wording(object, scope, at: key.position))
    }
  }

  private func wording(_ object: Located, _ scope: ExpressionScope, at position: SourcePosition) -> Wording {
    var wording = Wording(position: position)
    wording.status = wholeNumber(object, "status", atLeast: 100)
    if let status = wording.status, status > 599 {
      diagnostics.error("'status' must be from 100 to 599, not \(status)", at: object.node["status"] ?? object.node)
    }
    wording.mediaType = string(object, "mediaType")
    if let name = wording.mediaType, !MediaTypeName.isName(name) {
      diagnostics.error(
        "'\(name)' is no media type; write one as application/json",
        at: object.node["mediaType"] ?? object.node
      )
    }
    if let body = object["body"], template(body, scope) != .absent { wording.body = body.node.json }
    wording.headers = headers(object, scope)
    return wording
  }

  /// Header fields with templates.
  func headers(_ object: Located, _ scope: ExpressionScope) -> [HeaderRow] {
    (mapping(object, "headers")?.members ?? []).map { key, value in
      checkIsText(value.node)
      return HeaderRow(
        name: key.name,
        isRequired: false,
        schema: -1,
        value: template(value, scope),
        position: key.position
      )
    }
  }

  /// A header's value is text, or what is written as text.
  func checkIsText(_ node: SourceNode) {
    switch node.content {
    case .string, .number, .bool: break
    default: diagnostics.error("the value of a header must be a string, not \(node.kindName)", at: node)
    }
  }

  private func appendRows(_ kinds: [String], _ wordings: [String: Wording]) -> Span {
    let base = wordings[Compilation.base]
    let rows: [ProblemRow] = kinds.compactMap { name in
      guard let own = wordings[name] else { return nil }
      let kind = ProblemKind(rawValue: name)
      guard kind != nil || name == Compilation.base else { return nil }
      let wording = kind == nil ? own : base?.merged(with: own) ?? own
      let body = wording.body.flatMap { try? Template($0) } ?? .absent
      return ProblemRow(
        kind: kind,
        status: wording.status ?? 0,
        mediaType: wording.mediaType ?? "",
        body: body,
        headers: append(wording.headers, to: \.headers),
        position: wording.position
      )
    }
    return append(rows, to: \.problems)
  }
}
