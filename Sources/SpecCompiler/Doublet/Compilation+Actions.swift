import DoubletContracts

extension Compilation {
  /// The action of an operation.
  func compileAction(of operation: CompiledOperation) {
    guard let object = operation.doublet else { return }
    guard let kind = operation.action else {
      if object.node["action"] == nil {
        refuse(["find", "select", "answer", "scheme"], of: object, "without an 'action'")
      } else if object.node["action"]?.string == Compilation.noAction {
        refuse(["resource", "find", "select", "answer", "scheme"], of: object, "beside the action 'none'")
      }
      return
    }
    var action = ActionRow(
      kind: kind,
      resource: -1,
      scheme: -1,
      find: nil,
      select: nil,
      answer: .absent,
      position: object.position
    )
    var scope = ExpressionScope(kind: .record, operations: [operation])
    if kind == .issue {
      refuse(["resource", "find", "select"], of: object, "beside the action 'issue'")
      action.scheme = issuedScheme(object)
      scope.hasToken = true
    } else {
      refuse(["scheme"], of: object, "beside the action '\(kind.rawValue)'")
      guard let name = operation.resource, let resource = resourceNodes[name] else {
        if object.node["resource"] == nil {
          diagnostics.error(
            "the action '\(kind.rawValue)' needs a 'resource'",
            at: object.node["action"] ?? object.node
          )
        }
        return
      }
      action.resource = contract.resources.firstIndex { $0.name == name } ?? -1
      scope.links = resource["links"]?.members.map(\.key.name) ?? []
      scope.record = recordSchema(of: resource)
      action.find = find(object, operation, resource)
      action.select = select(object, operation)
    }
    if let answer = object["answer"] { action.answer = template(answer, scope) }
    contract.operations[operation.index].action = contract.actions.count
    contract.actions.append(action)
  }

  private func refuse(_ keys: [String], of object: Located, _ why: String) {
    for (key, _) in object.members where keys.contains(key.name) {
      diagnostics.error("'\(key.name)' means nothing \(why)", at: key)
    }
  }

  private func issuedScheme(_ object: Located) -> Int {
    guard let name = string(object, "scheme"), let node = object.node["scheme"] else {
      if object.node["scheme"] == nil {
        diagnostics.error("the action 'issue' needs the 'scheme' whose tokens it issues", at: object.node)
      }
      return -1
    }
    guard let scheme = schemeIndices[name] else {
      let near = Suggestion.phrase(for: name, among: schemeIndices.keys.sorted())
      diagnostics.error("no security scheme is called '\(name)'\(near)", at: node)
      return -1
    }
    if scheme >= 0, contract.schemes[scheme].token == nil {
      diagnostics.error(
        "the scheme '\(name)' does not say how its tokens look; add 'x-doublet: {token: …}' to it",
        at: node
      )
    }
    return scheme
  }

  private func find(_ object: Located, _ operation: CompiledOperation, _ resource: Located) -> FindRule? {
    guard let find = doublet(object["find"], .find) else { return nil }
    guard let source = source(find.node["by"], "by", in: find), let node = find.node["by"] else { return nil }
    check(source, of: [operation], at: node)
    if resource["unique"]?.elements.isEmpty ?? true {
      diagnostics.error(
        "'find' looks for unique members, and the resource has none; list them under 'unique'",
        at: find.node
      )
    }
    let separator = string(find, "separator") ?? "="
    if separator.isEmpty { diagnostics.error("'separator' is empty", at: find.node["separator"] ?? find.node) }
    return FindRule(source: source, separator: separator)
  }

  private func select(_ object: Located, _ operation: CompiledOperation) -> ValueSource? {
    guard let node = object.node["select"], let source = source(node, "select", in: object) else { return nil }
    check(source, of: [operation], at: node)
    return source
  }
}
