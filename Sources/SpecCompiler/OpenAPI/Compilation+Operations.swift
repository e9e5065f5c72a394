import DoubletContracts

extension Compilation {
  /// One operation.
  func compileOperation(
    _ operation: Located,
    method: SourceNode,
    path: PathTemplate,
    pathKey: SourceNode,
    item: Located
  ) {
    let index = contract.operations.count
    let (row, body) = unenforced.within("operation", operation: index) {
      check(operation.node, .operation)
      return self.row(of: operation, index, method, path, pathKey, item)
    }
    contract.operations.append(row)
    operations.append(
      CompiledOperation(
        node: operation,
        path: path,
        bodySchema: body,
        asksCredentials: !row.security.isEmpty,
        index: index
      )
    )
  }

  /// The row of an operation, and the schema of its body where that is JSON.
  private func row(
    of operation: Located,
    _ index: Int,
    _ method: SourceNode,
    _ path: PathTemplate,
    _ pathKey: SourceNode,
    _ item: Located
  ) -> (row: OperationRow, bodySchema: Located?) {
    // The keys of a path item are in small letters; methods of 'additionalOperations' stand as they are sent.
    let name = Compilation.methods.contains(method.name) ? method.name.uppercased() : method.name
    let parameters = matched(parameters(of: operation, in: item), to: path, pathKey)
    let body = operation["requestBody"].flatMap(body)
    let row = OperationRow(
      id: operationID(of: operation, default: "\(name) \(path.text)"),
      method: name,
      path: path.text,
      servers: servers(of: operation, in: item),
      parameters: append(parameters, to: \.parameters),
      body: body?.index ?? -1,
      responses: responses(of: operation, index),
      security: security(of: operation),
      action: -1,
      problems: .empty,
      isDeprecated: flag(operation, "deprecated"),
      position: method.position
    )
    return (row, body?.schema)
  }

  /// Appends rows to a table and gives their run.
  func append<Row>(_ rows: [Row], to table: WritableKeyPath<Contract, [Row]>) -> Span {
    contract.append(rows, to: table)
  }

  private func operationID(of operation: Located, default standIn: String) -> String {
    var id = string(operation, "operationId") ?? standIn
    if id.isEmpty, let node = operation.node["operationId"] {
      diagnostics.warning("'operationId' is empty; give the operation a name or leave it out", at: node)
      id = standIn
    }
    guard operationIDs.insert(id).inserted else {
      diagnostics.warning(
        "the operationId '\(id)' is taken; every operation needs one of its own",
        at: operation.node["operationId"] ?? operation.node
      )
      // The stand-in is unique, since a path item has each method once.
      operationIDs.insert(standIn)
      return standIn
    }
    return id
  }

  /// The parameters without those that the path has no place for. What stands in braces must be declared as a path
  /// parameter, and the other way round.
  private func matched(_ parameters: [ParameterRow], to path: PathTemplate, _ key: SourceNode) -> [ParameterRow] {
    let names = path.names
    for name in names where !parameters.contains(where: { $0.location == .path && $0.name == name }) {
      diagnostics.warning(
        "'{\(name)}' of the path is not declared; add a parameter {name: \(name), in: path, required: true, schema: …}",
        at: key
      )
    }
    return parameters.filter { parameter in
      if parameter.location != .path || names.contains(parameter.name) { return true }
      let near = Suggestion.phrase(for: parameter.name, among: names)
      diagnostics.warning("the path '\(path.text)' has no '{\(parameter.name)}'\(near)", at: parameter.position)
      return false
    }
  }
}
