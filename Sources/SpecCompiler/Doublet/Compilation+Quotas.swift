import DoubletContracts

extension Compilation {
  /// The rate limits.
  func compileQuotas(_ quotas: Located) {
    for (key, value) in quotas.members {
      guard let quota = doublet(value, .quota) else { continue }
      for needed in ["limit", "window"] where quota.node[needed] == nil {
        diagnostics.error("a quota needs a '\(needed)'", at: key)
      }
      let counted = countedOperations(quota)
      let scope = ExpressionScope(kind: .problem, operations: counted.operations, isAnyOperationEnough: true)
      contract.quotas.append(
        QuotaRow(
          name: key.name,
          limit: wholeNumber(quota, "limit", atLeast: 0) ?? 0,
          windowSeconds: seconds(quota, "window") ?? 0,
          methods: counted.methods,
          operations: counted.ids,
          per: per(quota, counted.operations),
          headers: append(headers(quota, scope), to: \.headers),
          position: key.position
        )
      )
    }
  }

  private func countedOperations(
    _ quota: Located
  ) -> (methods: [String], ids: [String], operations: [CompiledOperation]) {
    let all = Compilation.methods.map { $0.uppercased() }
    let methods: [String] = (list(quota, "methods") ?? []).compactMap { element in
      let name = element.node.string ?? element.node.kindName
      if all.contains(name) { return name }
      diagnostics.error("unknown method '\(name)'; the methods are \(all.joined(separator: ", "))", at: element.node)
      return nil
    }
    let known = contract.operations.map(\.id)
    let ids: [String] = (list(quota, "operations") ?? []).compactMap { element in
      let name = element.node.string ?? element.node.kindName
      if known.contains(name) { return name }
      let near = Suggestion.phrase(for: name, among: known)
      diagnostics.error("no operation is called '\(name)'\(near)", at: element.node)
      return nil
    }
    let counted = operations.filter { operation in
      let row = contract.operations[operation.index]
      return (methods.isEmpty || methods.contains(row.method)) && (ids.isEmpty || ids.contains(row.id))
    }
    if counted.isEmpty, !operations.isEmpty {
      diagnostics.error("this quota counts no operation of the document", at: quota.node)
    }
    return (methods, ids, counted)
  }

  private func per(_ quota: Located, _ counted: [CompiledOperation]) -> ValueSource? {
    guard let node = quota.node["per"], let source = source(node, "per", in: quota) else { return nil }
    if source.place == .body {
      diagnostics.error(
        "a quota is counted before the body is read; 'per' can be a path, query, header, cookie or server value, or credential",
        at: node
      )
    }
    check(source, of: counted, at: node)
    return source
  }
}
