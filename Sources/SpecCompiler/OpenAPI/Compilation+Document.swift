import DoubletContracts
import DoubletJSON

extension Compilation {
  /// `info`, `servers`, and the document's own keys.
  func compileDocument() {
    check(root.node, .document)
    compileInfo()
    rootServers = append(servers(of: root), to: \.servers)
    if let uri = string(root, "$self") { documents.name(root, uri) }
    if root.node["paths"] == nil, version == .v3_0 || root.node["components"] == nil && root.node["webhooks"] == nil {
      diagnostics.warning("the document has no 'paths', so there is nothing to answer", at: root.node)
    }
    if version != .v3_0 { schemas.documentDialect = root["jsonSchemaDialect"] }
  }

  private func compileInfo() {
    guard let info = root["info"] else {
      diagnostics.warning("'info' is missing; add it with title and version", at: root.node)
      return
    }
    guard info.node.isMapping else {
      diagnostics.warning("'info' must be a mapping, not \(info.node.kindName)", at: info.node)
      return
    }
    check(info.node, .info)
    contract.info.title = word(info, "title")
    contract.info.version = word(info, "version")
  }

  private func word(_ info: Located, _ key: String) -> String {
    guard let value = info.node[key] else {
      diagnostics.warning("'info' has no '\(key)'", at: info.node)
      return ""
    }
    if let text = value.string { return text }
    diagnostics.warning("'\(key)' should be a string; put it in quotes", at: value)
    return value.number?.text ?? ""
  }

  /// The paths of an object's `servers`, without doubles and without the root.
  func servers(of object: Located) -> [ServerRow] {
    var rows: [ServerRow] = []
    for element in list(object, "servers") ?? [] {
      guard let server = self.object(element, .server) else { continue }
      guard let url = string(server, "url") else {
        if server.node["url"] == nil { mistake("servers", "a server needs a 'url'", at: server.node) }
        continue
      }
      checkVariables(of: server)
      let path = ServerPath.path(of: url) { name in server["variables"]?[name]?.node["default"]?.string }
      for name in PathTemplate.names(in: path) where server["variables"]?[name] == nil {
        diagnostics.warning(
          "the variable '\(name)' is not declared under 'variables'",
          at: server.node["url"] ?? server.node
        )
      }
      if !path.isEmpty, !rows.contains(where: { $0.path == path }) {
        rows.append(ServerRow(path: path, position: server.position))
      }
    }
    return rows
  }

  private func checkVariables(of server: Located) {
    for (_, variable) in mapping(server, "variables")?.members ?? [] {
      guard let variable = object(variable, .serverVariable) else { continue }
      let value = variable.node["default"]
      if value == nil { diagnostics.warning("a server variable needs a 'default'", at: variable.node) }
      if let value, value.string == nil {
        diagnostics.warning("the default of a server variable must be a string, not \(value.kindName)", at: value)
      }
      guard let words = variable.node["enum"] else { continue }
      let values = (words.elements ?? []).map(\.string)
      if values.isEmpty { diagnostics.warning("'enum' must list at least one value", at: words) }
      if let value, !values.isEmpty, !values.contains(value.string) {
        diagnostics.warning("the default is none of the 'enum'", at: value)
      }
    }
  }

  /// The run of an operation's servers: its own, else its path item's, else the document's.
  func servers(of operation: Located, in item: Located) -> Span {
    guard let object = [operation, item].first(where: { $0.node["servers"] != nil }) else { return rootServers }
    if let known = serverRuns[object.position] { return known }
    let run = append(servers(of: object), to: \.servers)
    serverRuns[object.position] = run
    return run
  }
}
