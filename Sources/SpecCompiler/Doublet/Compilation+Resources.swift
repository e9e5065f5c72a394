import DoubletContracts

extension Compilation {
  /// Notes the resources, so that operations can name them.
  func collectResources(_ resources: Located?) {
    for (key, value) in resources?.members ?? [] {
      guard let resource = doublet(value, .resource) else { continue }
      resourceNodes[key.name] = resource
    }
  }

  /// One resource.
  func compileResource(_ key: SourceNode) {
    guard let resource = resourceNodes[key.name] else { return }
    let users = operations.filter { $0.resource == key.name }
    let record = recordSchema(of: resource)
    let links = compileLinks(of: resource, users, record)
    var scope = ExpressionScope(kind: .record, operations: users, record: record)
    scope.links = links.map(\.name)
    var writers = scope
    writers.operations = users.filter { [.create, .replace, .merge].contains($0.action) }
    let computed = compileComputed(of: resource, writers)
    let row = ResourceRow(
      name: key.name,
      schema: schema(of: resource),
      key: self.key(of: resource, users),
      unique: unique(resource, record.flatMap(memberNames)),
      parent: -1,
      isPresumed: flag(resource, "presumed"),
      nullsOmitted: nullsOmitted(resource),
      computed: append(computed, to: \.computed),
      answered: resource["answered"].map { template($0, scope) } ?? .absent,
      links: append(links, to: \.links),
      position: key.position
    )
    contract.resources.append(row)
  }

  /// The schema of a resource's records.
  func recordSchema(of resource: Located) -> Located? {
    guard let reference = resource.node["schema"], reference.string != nil else { return nil }
    return documents.target(of: reference, in: resource)
  }

  private func schema(of resource: Located) -> Int {
    guard let reference = resource.node["schema"] else {
      diagnostics.error("a resource needs a 'schema', as '#/components/schemas/NAME'", at: resource.node)
      return -1
    }
    guard reference.string != nil else {
      diagnostics.error(
        "'schema' must be a pointer into this document, as '#/components/schemas/NAME', not \(reference.kindName)",
        at: reference
      )
      return -1
    }
    return documents.target(of: reference, in: resource).map(schemas.index) ?? -1
  }

  private func key(of resource: Located, _ users: [CompiledOperation]) -> ValueSource {
    guard let source = source(resource.node["key"], "key", in: resource), let node = resource.node["key"] else {
      return ValueSource(place: .path, name: "id")
    }
    let readers = users.filter { user in
      [.read, .replace, .merge, .delete].contains(user.action) && user.doublet?.node["find"] == nil
    }
    check(source, of: readers, at: node)
    return source
  }

  private func unique(_ resource: Located, _ members: [String]?) -> [String] {
    (list(resource, "unique") ?? []).compactMap { element in
      guard let name = element.node.string else {
        diagnostics.error("'unique' lists names of members, not \(element.node.kindName)", at: element.node)
        return nil
      }
      checkMember(name, members, at: element.node)
      return name
    }
  }

  private func checkMember(_ name: String, _ members: [String]?, at node: SourceNode) {
    guard let members, !members.contains(name) else { return }
    diagnostics.error("the schema has no '\(name)'\(Suggestion.phrase(for: name, among: members))", at: node)
  }

  private func nullsOmitted(_ resource: Located) -> Bool {
    guard let node = resource.node["omitted"] else { return false }
    if node.isNull || node.string == "null" { return true }
    if node.string != "absent" {
      diagnostics.error("'omitted' is null or absent, not '\(node.string ?? node.kindName)'", at: node)
    }
    return false
  }

  private func compileComputed(of resource: Located, _ scope: ExpressionScope) -> [ComputedRow] {
    (mapping(resource, "computed")?.members ?? []).compactMap { key, value in
      guard let object = doublet(value, .computed) else { return nil }
      checkMember(key.name, scope.record.flatMap(memberNames), at: key)
      guard let template = object["value"].map({ self.template($0, scope) }) else {
        diagnostics.error("a computed member needs a 'value'", at: object.node)
        return nil
      }
      let occasion: ComputingOccasion? = object.node["on"].flatMap { word($0, "occasion") }
      return ComputedRow(
        member: key.name,
        value: template,
        isOnCreateOnly: occasion == .create,
        position: key.position
      )
    }
  }

  private enum ComputingOccasion: String, CaseIterable {
    case write, create
  }

  /// Fills in the parents, which can stand behind their children.
  func linkParents() {
    for index in contract.resources.indices {
      guard let node = resourceNodes[contract.resources[index].name]?.node["parent"] else { continue }
      let name = node.string ?? node.kindName
      guard let parent = contract.resources.firstIndex(where: { $0.name == name }), parent != index else {
        let others = contract.resources.map(\.name).filter { $0 != contract.resources[index].name }
        diagnostics.error(
          "no other resource is called '\(name)'\(Suggestion.phrase(for: name, among: others))",
          at: node
        )
        continue
      }
      contract.resources[index].parent = parent
    }
  }
}
