import DoubletContracts

extension Compilation {
  /// Compiles every schema of `components`, used or not.
  func compileComponents() {
    guard let components = mapping(root, "components") else { return }
    check(components.node, .components)
    for (_, schema) in members(of: components, "schemas") { _ = schemas.index(of: schema) }
  }

  /// Looks for mistakes in the components that no operation uses. Rows that this makes are dropped again, since nothing
  /// names them.
  func checkComponents() {
    guard let components = root["components"], components.node.isMapping else { return }
    let kept = (contract, headerTemplates)
    let unused = contract.operations.count
    unenforced.dropping {
      for (_, parameter) in members(of: components, "parameters") { _ = parameterRow(of: parameter) }
      for (_, header) in members(of: components, "headers") { _ = headerRow(of: header, named: "", unused) }
      for (_, body) in members(of: components, "requestBodies") { _ = self.body(body) }
      for (key, response) in members(of: components, "responses") { _ = self.response(response, key, 0...999, unused) }
      for (_, link) in members(of: components, "links") { checkLink(link) }
      for (_, example) in members(of: components, "examples") { _ = object(example, .example) }
    }
    (contract, headerTemplates) = kept
  }

  private func members(of components: Located, _ key: String) -> [(key: SourceNode, value: Located)] {
    (mapping(components, key)?.members ?? []).filter { !$0.key.name.hasPrefix("x-") }
  }
}
