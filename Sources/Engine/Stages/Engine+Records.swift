import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Answers the record that the request names.
  func read(_ deed: inout Deed, _ call: Call, _ world: inout World) throws(Problem) {
    let key = try key(of: deed, call, world)
    if deed.isInferred { try requireParent(of: key, deed, call, world) }
    let question = question(about: key, deed, call)
    if let question, let known = world.contracts[call.contract].recall(question) { return deed.known = known }
    deed.context.key = key.text
    if let record = world.contracts[call.contract].collections[deed.action.resource].record(of: key.text) {
      deed.context.kept = record
      call.question = question
    } else if let record = presumed(key, deed, call, world) {
      deed.context.kept = record
    } else {
      throw Engine.notFound(key.text, deed.resource)
    }
  }

  /// The record of a key: what is kept, or what is taken to be there.
  func record(of key: RecordKey, _ deed: Deed, _ call: Call, _ world: World) -> Record? {
    world.contracts[call.contract].collections[deed.action.resource].record(of: key.text)
      ?? presumed(key, deed, call, world)
  }

  /// The record of a key that none is kept of, where one is taken to be there.
  private func presumed(_ key: RecordKey, _ deed: Deed, _ call: Call, _ world: World) -> Record? {
    guard world.contracts[call.contract].collections[deed.action.resource].presumes(key.text) else { return nil }
    return .tree(deed.presumed(key))
  }

  /// Answers the records in the order of insertion; of a resource with parents, those of one.
  func list(_ deed: inout Deed, _ call: Call, _ world: World) throws(Problem) {
    let collection = world.contracts[call.contract].collections[deed.action.resource]
    guard let inferred = deed.action.inferred else {
      tell(collection.all, of: &deed)
      return
    }
    let parents = try parents(of: deed, call)
    try requireParent(of: RecordKey(parts: parents), deed, call, world)
    // Of records that nothing makes and nobody put there, the example shows some.
    guard collection.count > 0 || !deed.resource.isPresumed else { return deed.hasRecords = false }
    let query = ListQuery(deed.api.contract.listParameters[inferred.parameters.indices], call)
    let page = query.page(of: collection, in: RecordKey.scope(parents))
    deed.page = page
    tell(page.records, of: &deed)
  }

  /// Words records one by one; none of them is the deed's own.
  private func tell(_ records: [(key: String, record: JSON)], of deed: inout Deed) {
    var worded: [JSON] = []
    worded.reserveCapacity(records.count)
    for (key, record) in records { worded.append(self.worded(record, key: key, &deed)) }
    deed.context.key = nil
    deed.context.record = .array(worded)
  }

  /// Removes the record that the request names, and what belongs to it.
  func delete(_ deed: inout Deed, _ call: Call, _ world: inout World) throws(Problem) {
    let key = try key(of: deed, call, world)
    if deed.isInferred { try requireParent(of: key, deed, call, world) }
    if deed.answer?.held != nil { deed.context.kept = record(of: key, deed, call, world) }
    guard world.contracts[call.contract].remove(key.text, of: deed.action.resource) else {
      throw Engine.notFound(key.text, deed.resource)
    }
    removeChildren(of: key, deed.action.resource, deed.api.contract, &world.contracts[call.contract])
    deed.context.key = key.text
    deed.effect = Effect(kind: .removed, resource: deed.resource.name, key: key.text)
  }

  /// Removes the records of inferred resources that belong to a record which is gone.
  private func removeChildren(
    of key: RecordKey,
    _ resource: Int,
    _ contract: Contract,
    _ state: inout ContractState
  ) {
    for child in contract.resources.indices {
      guard contract.resources[child].parent == resource, let inferred = contract.resources[child].inferred else {
        continue
      }
      let keys =
        inferred.keyMembers.count == key.parts.count
        ? [key.text] : state.collections[child].records(in: RecordKey.scope(key.parts)).map(\.key)
      for text in keys where state.remove(text, of: child) {
        let parts = RecordKey.parts(of: text, count: inferred.keyMembers.count)
        removeChildren(of: RecordKey(parts: parts), child, contract, &state)
      }
    }
  }
}
