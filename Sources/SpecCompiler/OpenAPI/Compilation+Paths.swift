import DoubletContracts

extension Compilation {
  /// The methods that a path item can have.
  static let methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"]

  /// `paths`: every operation of every path.
  func compilePaths() {
    guard let paths = mapping(root, "paths") else { return }
    var shapes: [String: String] = [:]
    for (key, value) in paths.members where !key.name.hasPrefix("x-") {
      let path = PathTemplate(text: key.name)
      guard isGood(path, at: key, &shapes) else { continue }
      compileItem(value, path, key)
    }
  }

  private func isGood(_ path: PathTemplate, at key: SourceNode, _ shapes: inout [String: String]) -> Bool {
    let text = path.text
    guard text.hasPrefix("/") else {
      diagnostics.error("a path starts with '/': write '/\(text)'", at: key)
      return false
    }
    if let mistake = path.mistake {
      diagnostics.error("in the path '\(text)' \(mistake)", at: key)
      return false
    }
    if text.hasPrefix("/~") || text.hasPrefix("/__doublet"), contractName != "control" {
      diagnostics.error("a path cannot start with '/~' or '/__doublet': these are Doublet's own", at: key)
      return false
    }
    if text.contains("?") || text.contains("#") {
      diagnostics.warning("a path holds neither '?' nor '#', so no request can match '\(text)'", at: key)
    }
    for name in Set(path.names) where path.names.count(where: { $0 == name }) > 1 {
      diagnostics.error("'{\(name)}' stands in this path twice; give one of the two another name", at: key)
    }
    if let other = shapes.updateValue(text, forKey: path.shape) {
      diagnostics.warning("'\(text)' and '\(other)' match the same requests; join the two", at: key)
    }
    return true
  }

  /// The name that the contract will have; `x-doublet` is compiled later.
  private var contractName: String { root["x-doublet"]?.node["name"]?.string ?? contract.info.name }

  private func compileItem(_ value: Located, _ path: PathTemplate, _ key: SourceNode) {
    guard value.node.isMapping else {
      mistake("paths", of: path.text, "a path item must be a mapping, not \(value.node.kindName)", at: value.node)
      return
    }
    if value.node["$ref"] != nil {
      for (sibling, _) in value.members where Compilation.methods.contains(sibling.name) {
        diagnostics.warning(
          "'\(sibling.name)' beside '$ref' is not enforced: the path item is the referenced one",
          at: sibling
        )
      }
    }
    guard let item = object(value, .pathItem) else { return }
    let own = item.members.filter { Compilation.methods.contains($0.key.name) }
    for (method, operation) in own + additionalOperations(of: item) {
      guard operation.node.isMapping else {
        mistake(
          "paths",
          of: path.text,
          "an operation must be a mapping, not \(operation.node.kindName)",
          at: operation.node
        )
        continue
      }
      if let other = routes.updateValue(path.text, forKey: "\(method.name) \(path.shape)") {
        diagnostics.error("'\(path.text)' and '\(other)' both have '\(method.name)'; leave one of them", at: method)
        continue
      }
      compileOperation(operation, method: method, path: path, pathKey: key, item: item)
    }
  }

  /// Operations of other methods, whose keys are the methods as they are sent (OpenAPI 3.2, section 4.9.1).
  private func additionalOperations(of item: Located) -> [(key: SourceNode, value: Located)] {
    (mapping(item, "additionalOperations")?.members ?? []).filter { method, _ in
      guard Compilation.methods.contains(method.name.lowercased()) else { return true }
      diagnostics.warning(
        "'\(method.name)' has a key of its own in a path item: '\(method.name.lowercased())'; write it there",
        at: method
      )
      return false
    }
  }
}
