import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SelfTest {
  /// Puts into a world what the operation must find there: the record that it reads or changes, and those that it
  /// belongs to.
  func prepareState(of world: inout World, for attempt: Attempt) throws(Unsendable) {
    let draft = attempt.draft
    guard draft.method == draft.operation.row.method else { return }
    guard let served = draft.operation.served, served.row.resource >= 0 else { return }
    let action = served.row
    let call = try draft.call(of: fake)
    if let find = action.find {
      let record = try record(of: action.resource, named: call.value(of: find.source)?.string, by: find)
      return world.contracts[0].keep(.tree(record), key: "1", of: action.resource)
    }
    let isMade = action.kind == .create || action.kind == .list
    let deed = Deed(
      api: api,
      operation: draft.operation,
      action: served,
      context: WordingContext(call)
    )
    guard let parts = try? keyParts(of: deed, call, world, isMade: isMade), !parts.isEmpty else { return }
    let parent = deed.resource.parent
    if parent >= 0 { try put(parent, parts, deed, into: &world) }
    let mustBeThere = action.kind != .replace || action.inferred?.isUpserting == false
    if !isMade, mustBeThere { try put(action.resource, parts, deed, seed: attempt.record, into: &world) }
  }

  /// The keys that the request names, the outermost first; of a list or a creation those of its parents.
  private func keyParts(of deed: Deed, _ call: Call, _ world: World, isMade: Bool) throws(Problem) -> [String] {
    let engine = Engine(fake: fake)
    if isMade { return try engine.parents(of: deed, call) }
    return try engine.key(of: deed, call, world).parts
  }

  /// Puts a record under the key that begins these parts, and those that it belongs to.
  private func put(
    _ resource: Int,
    _ parts: [String],
    _ deed: Deed,
    seed: UInt64 = 0,
    into world: inout World
  ) throws(Unsendable) {
    let row = api.contract.resources[resource]
    if row.parent >= 0 { try put(row.parent, parts, deed, into: &world) }
    let key = RecordKey(parts: parts).beginning(of: row)
    var record = try record(of: resource)
    if row.inferred != nil {
      var action = deed.action
      action.resource = resource
      if resource != deed.action.resource { action.inferred = nil }
      let served = ServedAction(action, api.contract.resources)
      let owner = Deed(api: api, operation: deed.operation, action: served, context: deed.context)
      let other = seed == 0 ? nil : maker.sampler.sample(of: row.schema, direction: .response, seed: seed)
      record = other.map { owner.completed(owner.keyed($0, key), key) } ?? owner.presumed(key)
    }
    world.contracts[0].keep(.tree(record), key: key.text, of: resource)
  }

  /// A record of a resource.
  private func record(of resource: Int) throws(Unsendable) -> JSON {
    if let record = records[resource] { return record }
    let record = try maker.record(of: resource)
    records[resource] = record
    return record
  }

  /// A record that has the value of the member that a name such as `number=7` tells.
  private func record(of resource: Int, named name: String?, by find: FindRule) throws(Unsendable) -> JSON {
    var record = try record(of: resource)
    guard let name, let separator = name.firstRange(of: find.separator) else { return record }
    let (member, text) = (String(name[..<separator.lowerBound]), String(name[separator.upperBound...]))
    guard api.contract.resources[resource].unique.contains(member), let value = record[member] else { return record }
    record[member] = value.number == nil ? .string(text) : JSONNumber(text: text).map { .number($0) }
    guard api.validator.isValid(record, against: api.contract.resources[resource].schema, direction: .response) else {
      throw Unsendable("no record can be named so")
    }
    return record
  }
}
