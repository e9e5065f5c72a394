import DoubletContracts
import DoubletJSON

extension Compilation {
  /// The template in a value. Every mistake in it is told, at the string that holds it; `.absent` where there is one.
  func template(_ value: Located, _ scope: ExpressionScope) -> Template {
    if !areGood(value.node, scope) { return .absent }
    return (try? Template(value.node.json)) ?? .absent
  }

  /// Checks every string below a value.
  private func areGood(_ node: SourceNode, _ scope: ExpressionScope) -> Bool {
    switch node.content {
    case .sequence(let elements): return elements.reduce(true) { areGood($1, scope) && $0 }
    case .mapping(let members): return members.reduce(true) { areGood($1.value, scope) && $0 }
    case .string(let text):
      do {
        return try Template(.string(text)).expressions.reduce(true) { check($1, scope, at: node) && $0 }
      } catch {
        diagnostics.error(error.message, at: node)
        return false
      }
    default: return true
    }
  }

  private func check(_ expression: Expression, _ scope: ExpressionScope, at node: SourceNode) -> Bool {
    guard scope.allows(expression) else {
      diagnostics.error(
        "'\(expression)' has no meaning here; there are \(scope.names.joined(separator: ", "))",
        at: node
      )
      return false
    }
    switch expression {
    case .link(let name) where !scope.links.contains(name):
      let near = Suggestion.phrase(for: name, among: scope.links)
      diagnostics.error("the resource has no link '\(name)'\(near)", at: node)
      return false
    case .recordMember(let names):
      guard let lack = lack(of: names, in: scope.record) else { return true }
      diagnostics.error("a record has no \(lack)", at: node)
      return false
    case .request(let source):
      return check(source, of: scope.operations, isOneEnough: scope.isAnyOperationEnough, at: node)
    default: return true
    }
  }

  /// The source of a value, which must be of the form `path.id`.
  func source(_ node: SourceNode?, _ key: String, in holder: Located) -> ValueSource? {
    guard let node else {
      diagnostics.error("'\(key)' is missing; write where the value is, as path.id", at: holder.node)
      return nil
    }
    if let source = node.string.flatMap({ ValueSource($0) }) { return source }
    diagnostics.error(
      "'\(node.string ?? node.kindName)' names no value of a request; write path.NAME, query.NAME, header.NAME, "
        + "cookie.NAME, body.NAME, server.NAME or credential",
      at: node
    )
    return nil
  }

  /// Whether the operations declare what a source names: all of them, or one where that is enough.
  @discardableResult
  func check(
    _ source: ValueSource,
    of operations: [CompiledOperation],
    isOneEnough: Bool = false,
    at node: SourceNode
  ) -> Bool {
    let mistakes = operations.map { mistake(in: source, of: $0) }
    let wrong = mistakes.compactMap { $0 }
    if wrong.isEmpty || isOneEnough && wrong.count < mistakes.count { return true }
    diagnostics.error(wrong[0], at: node)
    return false
  }

  /// Why an operation's requests have no such value, or nothing.
  private func mistake(in source: ValueSource, of operation: CompiledOperation) -> String? {
    let row = contract.operations[operation.index]
    let parameters = contract.parameters[row.parameters.indices]
    func parameter(_ location: ParameterLocation) -> String? {
      let names = parameters.filter { $0.location == location }.map(\.name)
      let name = source.name
      let isThere = names.contains { location == .header ? $0.lowercased() == name.lowercased() : $0 == name }
      if isThere { return nil }
      return
        "'\(row.id)' declares no \(location.rawValue) parameter '\(name)'\(Suggestion.phrase(for: name, among: names))"
    }
    switch source.place {
    case .path: return parameter(.path)
    case .query: return parameter(.query)
    case .header: return parameter(.header)
    case .cookie: return parameter(.cookie)
    case .server:
      let names = contract.servers.flatMap { PathTemplate.names(in: $0.path) }
      if names.contains(source.name) { return nil }
      return "no server's path has '{\(source.name)}'\(Suggestion.phrase(for: source.name, among: names))"
    case .credential:
      return operation.asksCredentials ? nil : "'\(row.id)' asks for no credentials"
    case .body:
      guard row.body >= 0 else { return "'\(row.id)' takes no body" }
      let names = source.name.split(separator: ".").map(String.init)
      return lack(of: names, in: operation.bodySchema).map { "the body of '\(row.id)' has no \($0)" }
    }
  }
}
