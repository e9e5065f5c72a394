import DoubletContracts
import DoubletJSON

extension Compilation {
  /// `x-doublet` of the document, and of its operations.
  func compileDoublet() {
    let document = doublet(root["x-doublet"], .document)
    if let document {
      compileName(document)
      compileFormats(document)
    }
    if let state = document?.node["state"] { infersState = word(state, "state") != StateOrigin.declared }
    let resources = document.flatMap { mapping($0, "resources") }
    collectResources(resources)
    collectOperations()
    for (key, _) in resources?.members ?? [] { compileResource(key) }
    linkParents()
    for operation in operations { compileAction(of: operation) }
    if let problems = document?["problems"] { contract.info.problems = compileProblems(problems) }
    for operation in operations { compileProblems(of: operation) }
    if let quotas = document.flatMap({ mapping($0, "quotas") }) { compileQuotas(quotas) }
  }

  /// The action of an operation that neither reads nor writes state, whatever its path looks like.
  static let noAction = "none"

  /// Where the document's state comes from.
  private enum StateOrigin: String, CaseIterable {
    /// From what `x-doublet` declares, and from paths, methods and schemas for the rest.
    case inferred
    /// Only from what `x-doublet` declares.
    case declared
  }

  private func compileName(_ document: Located) {
    guard let name = string(document, "name"), let node = document.node["name"] else { return }
    let isGood =
      !name.isEmpty
      && name.utf8.allSatisfy {
        $0 < 0x80
          && (Character(Unicode.Scalar($0)).isLetter
            || Character(Unicode.Scalar($0)).isNumber || "._-".utf8.contains($0))
      }
    if isGood {
      contract.info.name = name
    } else {
      diagnostics.error("a name is made of letters, digits, '.', '_' and '-', not '\(name)'", at: node)
    }
  }

  private func compileFormats(_ document: Located) {
    guard let node = document.node["formats"], let reading: FormatReading = word(node, "reading of formats") else {
      return
    }
    schemas.assertsFormats = reading == .assertion
  }

  /// Notes which resource every operation names, and checks the keys.
  private func collectOperations() {
    for index in operations.indices {
      let row = contract.operations[operations[index].index]
      guard let object = doublet(operations[index].node["x-doublet"], .operation) else { continue }
      operations[index].doublet = object
      if let action = object.node["action"] {
        guard action.string != Compilation.noAction else {
          statelessOperations.insert(operations[index].index)
          continue
        }
        operations[index].action = word(action, "action")
      }
      guard let name = object.node["resource"] else { continue }
      guard let text = name.string, resourceNodes[text] != nil else {
        let near = Suggestion.phrase(for: name.string ?? "", among: resourceNodes.keys.sorted())
        diagnostics.error("no resource is called '\(name.string ?? name.kindName)'\(near)", at: name)
        continue
      }
      operations[index].resource = text
      if object.node["action"] == nil {
        diagnostics.error("'\(row.id)' names a resource and no 'action'", at: name)
      }
    }
  }

  /// What is sent in a response header: its template, checked when the resources are known; else its example.
  func headerTemplate(_ header: Located, _ operation: Int) -> Template {
    let object = doublet(header["x-doublet"], .header)
    if let object { _ = string(object, "inferred") }
    guard let value = object?["value"] else { return example(of: header).map { .constant($0) } ?? .absent }
    checkIsText(value.node)
    headerTemplates.append((value, operation))
    return (try? Template(value.node.json)) ?? .absent
  }

  /// The first example that the document has of a header, of its schema or of the document that it holds.
  private func example(of header: Located) -> JSON? {
    let named = header["examples"]?.members.lazy.compactMap { self.resolve($0.value)?["value"] }.first
    let example = header["example"] ?? named ?? header["schema"].flatMap { self.resolve($0)?["example"] }
    return example?.node.json ?? header["content"]?.members.first.flatMap { resolve($0.value) }.flatMap(self.example)
  }

  /// Checks the values of response headers, which can speak of resources.
  func checkHeaderTemplates() {
    for (value, index) in headerTemplates {
      let operation = operations[index]
      let resource = operation.resource.flatMap { resourceNodes[$0] }
      _ = template(
        value,
        ExpressionScope(
          kind: .header,
          operations: [operation],
          links: resource?["links"]?.members.map(\.key.name) ?? [],
          record: resource.flatMap(recordSchema),
          hasToken: operation.action == .issue
        )
      )
    }
  }

  /// How tokens of a scheme are made.
  func token(of scheme: Located) -> TokenForm? {
    guard let object = doublet(scheme["x-doublet"], .securityScheme), let token = doublet(object["token"], .token)
    else {
      return nil
    }
    if token.node["length"] == nil { diagnostics.error("'token' needs a 'length' in characters", at: token.node) }
    let alphabet = string(token, "alphabet")
    if let alphabet, alphabet.count < 2 {
      diagnostics.error("'alphabet' must have at least two characters", at: token.node["alphabet"] ?? token.node)
    } else if token.node["alphabet"] == nil {
      diagnostics.error("'token' needs an 'alphabet', the characters that it is made of", at: token.node)
    }
    let length = wholeNumber(token, "length", atLeast: 1)
    let idle = seconds(token, "idle")
    guard let length, let alphabet else { return nil }
    return TokenForm(length: length, alphabet: alphabet, idleSeconds: idle ?? 0)
  }
}
