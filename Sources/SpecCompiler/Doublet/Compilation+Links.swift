import DoubletContracts

extension Compilation {
  /// The links of a resource. Each must lead to a path that can be got.
  func compileLinks(of resource: Located, _ users: [CompiledOperation], _ record: Located?) -> [LinkRow] {
    let scope = ExpressionScope(kind: .link, operations: users, record: record)
    return (mapping(resource, "links")?.members ?? []).compactMap { key, value in
      guard let text = value.node.string, text.hasPrefix("/") else {
        diagnostics.error("a link is a path of this document that starts with '/'", at: value.node)
        return nil
      }
      let path = template(value, scope)
      if path != .absent { checkLink(text, at: value.node) }
      return LinkRow(name: key.name, path: path, position: key.position)
    }
  }

  private func checkLink(_ text: String, at node: SourceNode) {
    let link = segments(of: String(text.prefix { $0 != "?" && $0 != "#" }))
    let paths = operations.map { contract.operations[$0.index] }.filter { $0.method == "GET" }.map(\.path)
    let isFound = paths.contains { path in
      let path = segments(of: path)
      return path.count == link.count && zip(path, link).allSatisfy { $0 == $1 || $0 == "{}" }
    }
    guard !isFound else { return }
    let near = Suggestion.nearest(to: text, among: paths).map { "; did you mean '\($0)'?" } ?? ""
    diagnostics.error("no GET operation of this document has the path '\(text)'\(near)", at: node)
  }

  private func segments(of path: String) -> [Substring] {
    PathTemplate.shape(of: path).split(separator: "/", omittingEmptySubsequences: false).map { Substring($0) }
  }
}
