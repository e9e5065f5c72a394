import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Makes the record of the key that the request names, or replaces it.
  func replace(_ deed: inout Deed, _ call: Call, _ world: inout World) throws(Problem) {
    let key = try key(of: deed, call, world.contracts[call.contract].collections[deed.action.resource])
    try requireParent(of: key, deed, call, world)
    let existing = world.contracts[call.contract].collections[deed.action.resource][key]
    keep(kept(of: call.body ?? .null, deed), over: existing, key: key, &deed, call, &world)
    deed.statuses = existing == nil ? [201, 200, 204] : [200, 204, 201]
  }

  /// Makes a record under the key that its body has, else under a new one.
  func create(_ deed: inout Deed, _ call: Call, _ world: inout World) throws(Problem) {
    var record = kept(of: call.body ?? .null, deed)
    let member = deed.resource.key.name
    let key =
      record[member]?.string ?? record[member]?.number?.text
      ?? world.random.text(length: 16, alphabet: "0123456789abcdef")
    guard world.contracts[call.contract].collections[deed.action.resource][key] == nil else {
      throw Problem(.conflict, "There is a record '\(key)' in \(deed.resource.name) already.")
    }
    if record[member] == nil, deed.api.shapes[deed.action.resource].members.contains(where: { $0.name == member }) {
      record[member] = .string(key)
    }
    keep(record, over: nil, key: key, &deed, call, &world)
    deed.statuses = [201, 200, 202]
  }

  /// Changes the members of the record that the request names (RFC 7396).
  func merge(_ deed: inout Deed, _ call: Call, _ world: inout World) throws(Problem) {
    let collection = world.contracts[call.contract].collections[deed.action.resource]
    let key = try key(of: deed, call, collection)
    guard let existing = collection[key] else { throw Engine.notFound(key, deed.resource) }
    let patch = deed.api.shapes[deed.action.resource].keeping(call.body ?? .null, direction: .request)
    keep(completed(existing.patched(with: patch), deed), over: existing, key: key, &deed, call, &world)
    deed.statuses = [200, 204]
  }

  /// Issues a token of the action's scheme.
  func issue(_ deed: inout Deed, _ call: Call, _ world: inout World) {
    guard let form = deed.api.contract.schemes[deed.action.scheme].token else { return }
    let now = world.clock.now
    let token = world.random.text(length: form.length, alphabet: form.alphabet)
    if form.idleSeconds > 0, world.contracts[call.contract].tokens.count % 1024 == 1023 {
      // Tokens that nobody came back with do not stay for ever.
      world.contracts[call.contract].tokens = world.contracts[call.contract].tokens.filter { _, token in
        token.scheme != deed.action.scheme || now < token.lastUsed.advanced(bySeconds: form.idleSeconds)
      }
    }
    world.contracts[call.contract].tokens[token] = IssuedToken(scheme: deed.action.scheme, lastUsed: now)
    deed.context.token = token
    deed.statuses = [200, 201]
  }

  /// What a record keeps of a request body, nulls for the members left out where the resource says so.
  private func kept(of body: JSON, _ deed: Deed) -> JSON {
    completed(deed.api.shapes[deed.action.resource].keeping(body, direction: .request), deed)
  }

  /// A record with nulls for the nullable members that it lacks, where the resource says so.
  private func completed(_ record: JSON, _ deed: Deed) -> JSON {
    let shape = deed.api.shapes[deed.action.resource]
    guard deed.resource.nullsOmitted, case .object(let members) = record else { return record }
    var record = JSONObject()
    record.reserveCapacity(shape.nullableMembers.count + members.count)
    for name in shape.nullableMembers { record.append(name, members[name] ?? .null) }
    for (name, value) in members where !shape.nullableMembers.contains(name) { record.append(name, value) }
    return .object(record)
  }

  /// Computes what a write computes, and keeps the record.
  private func keep(
    _ record: JSON,
    over existing: JSON?,
    key: String,
    _ deed: inout Deed,
    _ call: Call,
    _ world: inout World
  ) {
    var record = record
    deed.context.key = key
    for row in deed.api.contract.computed[deed.resource.computed.indices] {
      if row.isOnCreateOnly, let first = existing?[row.member] {
        record[row.member] = first
        continue
      }
      deed.context.record = record
      let value = row.value.filled(in: deed.context)
      // Let go of, so that the member is put into the record and not into a copy of it.
      deed.context.record = nil
      record[row.member] = value
    }
    world.contracts[call.contract].collections[deed.action.resource].keep(record, key: key)
    deed.context.record = record
    deed.effect = "\(existing == nil ? "+" : "~")\(deed.resource.name)/\(key)"
  }

  private func requireParent(of key: String, _ deed: Deed, _ call: Call, _ world: World) throws(Problem) {
    guard deed.resource.parent >= 0 else { return }
    let parent = deed.api.contract.resources[deed.resource.parent]
    let collection = world.contracts[call.contract].collections[deed.resource.parent]
    if collection[key] != nil || (parent.isPresumed && collection.count == 0) { return }
    throw Engine.notFound(key, parent)
  }
}
