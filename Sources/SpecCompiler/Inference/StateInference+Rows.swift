import DoubletContracts
import DoubletJSON

extension StateInference {
  /// Appends the rows of all that was claimed.
  mutating func appendRows() {
    let first = contract.resources.count
    for resource in resources { append(resource) }
    for (offset, resource) in resources.enumerated() {
      contract.resources[first + offset].parent = parent(of: resource).map { first + $0 } ?? -1
    }
  }

  private mutating func append(_ claimed: ClaimedResource) {
    let position = contract.operations[claimed.first].position
    let members = RecordMembers(reader: reader, resource: claimed)
    let parameters = parameters(of: claimed)
    let row = ResourceRow(
      name: name(of: claimed),
      schema: reader.main(of: claimed.record),
      key: ValueSource(place: .path, name: parameters.last ?? "id"),
      unique: [],
      parent: -1,
      isPresumed: claimed.isPresumed,
      nullsOmitted: false,
      computed: contract.append(members.computed(at: position), to: \.computed),
      answered: .absent,
      links: .empty,
      inferred: InferredResource(
        path: path(of: claimed),
        keyMembers: members.keyMembers(parameters: parameters),
        keySchema: keySchema(of: claimed),
        selfLinks: members.selfLinks()
      ),
      position: position
    )
    contract.resources.append(row)
    for claim in claimed.claims { append(claim, row) }
  }

  private mutating func append(_ claim: Claim, _ resource: ResourceRow) {
    let operation = contract.operations[claim.operation]
    var inferred = InferredAction(
      keys: claim.keys,
      sent: claim.sent?.pointer ?? JSONPointer(),
      answer: answer(claim.held, claim.body),
      made: claim.made.map(answer),
      isUpserting: claim.isUpserting
    )
    if claim.kind == .list, let held = claim.held {
      let parameters = ListParameters(reader: reader, element: reader.facts(held.schemas))
        .rows(contract.parameters[operation.parameters.indices])
      let members = ListMembers(reader: reader, limit: parameters.first { $0.role == .limit }?.name)
      let headers = contract.response(of: operation, status: 200).map { contract.headers[$0.headers.indices] } ?? []
      inferred.parameters = contract.append(parameters, to: \.listParameters)
      inferred.members = contract.append(
        members.rows(in: [claim.body], beside: held.pointer) + members.rows(of: headers),
        to: \.listMembers
      )
    }
    contract.operations[claim.operation].action = contract.actions.count
    contract.actions.append(
      ActionRow(
        kind: claim.kind,
        resource: contract.resources.count - 1,
        scheme: -1,
        find: nil,
        select: nil,
        answer: .absent,
        inferred: inferred,
        position: operation.position
      )
    )
  }

  private func answer(_ held: Holding?, _ body: Int) -> InferredAnswer {
    InferredAnswer(
      held: held?.pointer,
      body: body,
      schema: held.map { reader.main(of: $0.schemas) } ?? -1,
      isExact: held.map { $0.schemas.count == 1 } ?? true
    )
  }

  /// The collection's name: the last word of its path, with the words before it as far as it takes to be the only one.
  private func name(of resource: ClaimedResource) -> String {
    let words = resource.family.shape.filter { $0 != Family.hole }
    let taken = Set(contract.resources.map(\.name))
    let names = words.indices.reversed().map { words[$0...].joined(separator: ".") }
    if let free = names.first(where: { !taken.contains($0) }) { return free }
    let whole = names.last ?? "records"
    var number = 2
    while taken.contains("\(whole).\(number)") { number += 1 }
    return "\(whole).\(number)"
  }

  /// The operation whose path is that of a record.
  private func itemOperation(of resource: ClaimedResource) -> Int? {
    let operations = resource.isSingleton ? resource.family.collection : resource.family.item
    return operations["GET"] ?? operations.values.min()
  }

  private func path(of resource: ClaimedResource) -> String {
    itemOperation(of: resource).map { contract.operations[$0].path } ?? ""
  }

  private func parameters(of resource: ClaimedResource) -> [String] {
    let operation = itemOperation(of: resource) ?? resource.first
    return PathTemplate.names(in: contract.operations[operation].path)
  }

  private func keySchema(of resource: ClaimedResource) -> Int {
    guard let operation = itemOperation(of: resource), let name = parameters(of: resource).last else { return -1 }
    return contract.parameters[contract.operations[operation].parameters.indices]
      .first { $0.location == .path && $0.name == name }?.schema ?? -1
  }

  /// The resource that a path first goes through: of `/users/{id}/orders`, that of `/users/{id}`.
  private func parent(of resource: ClaimedResource) -> Int? {
    let shape = resource.family.shape
    for end in shape.indices.reversed() where end > 0 && shape[end] == Family.hole {
      let holder = resources.firstIndex { !$0.isSingleton && $0.family.shape == Array(shape[..<end]) }
      if let holder { return holder }
    }
    return nil
  }
}
