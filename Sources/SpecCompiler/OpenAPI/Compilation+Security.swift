import DoubletContracts

extension Compilation {
  /// `components.securitySchemes`, and the document's own `security`.
  func compileSecuritySchemes() {
    if let components = root["components"], components.node.isMapping {
      for (key, value) in mapping(components, "securitySchemes")?.members ?? [] {
        guard let scheme = object(value, .securityScheme) else { continue }
        schemeIndices[key.name] = -1
        guard let (kind, name) = unenforced.within("security", { kind(of: scheme) }) else { continue }
        schemeIndices[key.name] = contract.schemes.count
        declaredScopes[key.name] = scopes(of: scheme)
        contract.schemes.append(
          SecuritySchemeRow(id: key.name, kind: kind, name: name, token: token(of: scheme), position: scheme.position)
        )
      }
    }
    if let security = root["security"] { rootSecurity = alternatives(security) }
  }

  /// The alternatives of an operation: its own, else the document's.
  func security(of operation: Located) -> Span {
    guard let own = operation["security"] else { return rootSecurity ?? .empty }
    return alternatives(own)
  }

  private func kind(of scheme: Located) -> (kind: SecurityKind, name: String)? {
    guard let type = string(scheme, "type") else {
      if scheme.node["type"] == nil {
        diagnostics.error("a security scheme needs a 'type': apiKey, http, oauth2 or openIdConnect", at: scheme.node)
      }
      return nil
    }
    let node = scheme.node["type"] ?? scheme.node
    switch type {
    case "apiKey": return apiKey(scheme)
    case "http":
      switch string(scheme, "scheme")?.lowercased() {
      case "basic": return (.basic, "")
      case "bearer": return (.bearer, "")
      case let other?:
        unenforced.note(
          "security",
          of: other,
          because: "the HTTP scheme '\(other)' is not read: any 'Authorization' field will do",
          at: scheme.node["scheme"]?.position ?? node.position
        )
        return (.apiKeyHeader, "Authorization")
      case nil:
        diagnostics.error("a scheme of type 'http' needs 'scheme': basic or bearer", at: scheme.node)
      }
      return nil
    case "oauth2", "openIdConnect": return (.bearer, "")
    case "mutualTLS":
      unenforced.note(
        "security",
        of: "mutualTLS",
        because: "there is no TLS here, so an operation that asks for it takes any request",
        at: node.position
      )
      return nil
    default:
      let names = ["apiKey", "http", "oauth2", "openIdConnect", "mutualTLS"]
      let near = Suggestion.nearest(to: type, among: names).map { "; did you mean '\($0)'?" } ?? ""
      diagnostics.error(
        "unknown type of security '\(type)'; the types are \(names.joined(separator: ", "))\(near)",
        at: node
      )
      return nil
    }
  }

  private func apiKey(_ scheme: Located) -> (kind: SecurityKind, name: String)? {
    guard let name = string(scheme, "name") else {
      if scheme.node["name"] == nil { diagnostics.error("an API key needs a 'name'", at: scheme.node) }
      return nil
    }
    switch scheme.node["in"]?.string {
    case "header": return (.apiKeyHeader, name)
    case "query": return (.apiKeyQuery, name)
    case "cookie": return (.apiKeyCookie, name)
    default:
      diagnostics.error("an API key is 'in' header, query or cookie", at: scheme.node["in"] ?? scheme.node)
      return nil
    }
  }

  private func scopes(of scheme: Located) -> Set<String>? {
    guard scheme.node["type"]?.string == "oauth2", let flows = mapping(scheme, "flows") else { return nil }
    return Set(flows.members.flatMap { $0.value["scopes"]?.members.map(\.key.name) ?? [] })
  }

  private func alternatives(_ security: Located) -> Span {
    guard security.node.elements != nil else {
      diagnostics.error("'security' must be a list of alternatives, not \(security.node.kindName)", at: security.node)
      return .empty
    }
    var rows: [AlternativeRow] = []
    var unusable: [Located] = []
    for alternative in security.elements {
      guard alternative.node.isMapping else {
        diagnostics.error("an alternative is a mapping of schemes to scopes: {ApiKey: []}", at: alternative.node)
        continue
      }
      guard alternative.members.allSatisfy({ schemeIndices[$0.key.name] != nil }) else {
        unusable.append(alternative)
        continue
      }
      rows.append(self.alternative(alternative))
    }
    // Without another one the operation would stand open: then they are asked for, and nobody has what they ask.
    let areAskedFor = rows.isEmpty
    for alternative in unusable {
      for (name, _) in alternative.members where schemeIndices[name.name] == nil {
        tellUndeclared(name, isAskedFor: areAskedFor)
      }
      if areAskedFor { rows.append(self.alternative(alternative)) }
    }
    return append(rows, to: \.alternatives)
  }

  private func alternative(_ alternative: Located) -> AlternativeRow {
    AlternativeRow(requirements: append(alternative.members.compactMap(requirement), to: \.requirements))
  }

  /// Tells of a scheme that is declared nowhere.
  private func tellUndeclared(_ name: SourceNode, isAskedFor: Bool) {
    let near = Suggestion.phrase(for: name.name, among: schemeIndices.keys.sorted())
    let message = "no security scheme is called '\(name.name)'\(near)"
    guard isAskedFor else {
      diagnostics.warning(message, at: name)
      unenforced.within("security") {
        unenforced.note(
          "security",
          of: name.name,
          because: "no scheme has this name; the others stay",
          at: name.position
        )
      }
      return
    }
    diagnostics.warning(
      "\(message); until 'components.securitySchemes' has it, every request that needs it is refused as unauthenticated",
      at: name
    )
    guard undeclaredSchemes[name.name] == nil else { return }
    undeclaredSchemes[name.name] = contract.schemes.count
    contract.schemes.append(
      SecuritySchemeRow(id: name.name, kind: .undeclared, name: "", token: nil, position: name.position)
    )
  }

  private func requirement(_ member: (key: SourceNode, value: Located)) -> RequirementRow? {
    let name = member.key.name
    guard let scheme = schemeIndices[name] ?? undeclaredSchemes[name] else { return nil }
    let scopes = member.value.node.elements ?? []
    if member.value.node.elements == nil {
      let message = "a scheme needs the list of its scopes, which may be empty: \(name): []"
      unenforced.within("security") { mistake("scopes", of: name, message, at: member.value.node) }
    }
    if let declared = declaredScopes[name] {
      for scope in scopes where !declared.contains(scope.string ?? "") {
        diagnostics.warning("'\(name)' declares no scope '\(scope.string ?? scope.kindName)'", at: scope)
      }
    }
    guard scheme >= 0 else { return nil }
    return RequirementRow(scheme: scheme, scopes: scopes.compactMap(\.string), position: member.key.position)
  }
}
