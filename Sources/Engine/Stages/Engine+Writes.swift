import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Makes the record of the key that the request names, or replaces it.
  func replace(_ deed: inout Deed, _ call: Call, _ world: inout World) throws(Problem) {
    // The collection is not held on to: a copy of it would make the write copy what it changes.
    let key = try key(of: deed, call, world)
    try requireParent(of: key, deed, call, world)
    let existing = existing(key, deed, call, world)
    if existing == nil, deed.isInferred, deed.action.inferred?.isUpserting == false {
      throw Engine.notFound(key.text, deed.resource)
    }
    deed.context.key = key.text
    if let record = deed.written(of: call, over: existing) {
      try store(record, isNew: existing == nil, key: key, &deed, call, &world)
    } else {
      try keep(deed.kept(of: call), over: existing?.json, key: key, &deed, call, &world)
    }
    if existing == nil { deed.statuses.insert(201, at: 0) }
  }

  /// The record that a replacement finds: of a resource that is declared none is taken to be there.
  private func existing(_ key: RecordKey, _ deed: Deed, _ call: Call, _ world: World) -> Record? {
    deed.isInferred
      ? record(of: key, deed, call, world)
      : world.contracts[call.contract].collections[deed.action.resource].record(of: key.text)
  }

  /// Makes a record under the key that its body has, else under a new one.
  func create(_ deed: inout Deed, _ call: Call, _ world: inout World) throws(Problem) {
    try RecordRules.requireSameType(as: nil, deed, call)
    var record = deed.kept(of: call)
    let parents = try parents(of: deed, call)
    try requireParent(of: RecordKey(parts: parents), deed, call, world)
    let collection = world.contracts[call.contract].collections[deed.action.resource]
    // What is drawn and counted for a creation that is refused stays for the next one.
    var random = world.random
    let own = ownKey(of: &record, deed, collection, parents, &random)
    let next = max(own.number, collection.nextNumber)
    let key = RecordKey(parts: parents + [own.text])
    if collection[key.text] != nil, !deed.replacesSilently {
      throw Problem(.conflict, "There is a record '\(key.text)' in \(deed.resource.name) already.")
    }
    try keep(record, over: nil, key: key, &deed, call, &world)
    world.contracts[call.contract].setNextNumber(next, of: deed.action.resource)
    world.random = random
  }

  /// The key that a record brings along, or a new one, which it then has; the number to go on counting with.
  private func ownKey(
    of record: inout JSON,
    _ deed: Deed,
    _ collection: Collection,
    _ parents: [String],
    _ random: inout RandomStream
  ) -> (text: String, number: Int) {
    let member = deed.keyMember
    if let sent = record[member].flatMap(RecordKey.nameable) { return (sent, 0) }
    let new = newKey(
      deed,
      &random,
      isTaken: { collection[RecordKey(parts: parents + [$0]).text] != nil },
      number: collection.nextNumber
    )
    let shape = deed.api.memory.shape(of: deed.resource.schema)
    if shape.members.contains(where: { $0.name == member }) || shape.members.isEmpty && !member.isEmpty {
      record[member] = new.value
    }
    return (RecordKey.text(of: new.value), new.number)
  }

  /// Changes the members of the record that the request names: by a merge (RFC 7396), or a JSON Patch (RFC 6902).
  func merge(_ deed: inout Deed, _ call: Call, _ world: inout World) throws(Problem) {
    let key = try key(of: deed, call, world)
    if deed.isInferred { try requireParent(of: key, deed, call, world) }
    guard let existing = record(of: key, deed, call, world) else { throw Engine.notFound(key.text, deed.resource) }
    try RecordRules.requireSameKey(key, deed, call)
    try RecordRules.requireSameType(as: existing.json, deed, call)
    let old = existing.json
    let changed = try deed.changed(old, call)
    try RecordRules.requireValid(deed.owned(changed, key, of: old), over: old, deed, call, isStrict: isStrict)
    try keep(changed, over: old, key: key, &deed, call, &world)
  }

  /// Issues a token of the action's scheme.
  func issue(_ deed: inout Deed, _ call: Call, _ world: inout World) {
    guard let form = deed.api.contract.schemes[deed.action.scheme].token else { return }
    let now = call.now
    let token = world.random.text(length: form.length, alphabet: form.alphabet)
    if form.idleSeconds > 0, world.contracts[call.contract].tokens.count % 1024 == 1023 {
      // Tokens that nobody came back with do not stay for ever.
      world.contracts[call.contract].tokens = world.contracts[call.contract].tokens.filter { _, token in
        token.scheme != deed.action.scheme || now < token.lastUsed.advanced(bySeconds: form.idleSeconds)
      }
    }
    world.contracts[call.contract].tokens[token] = IssuedToken(scheme: deed.action.scheme, lastUsed: now)
    deed.context.token = token
  }

  /// Computes what a write computes, and keeps the record.
  private func keep(
    _ record: JSON,
    over existing: JSON?,
    key: RecordKey,
    _ deed: inout Deed,
    _ call: Call,
    _ world: inout World
  ) throws(Problem) {
    var record = deed.owned(record, key, of: existing)
    deed.context.key = key.text
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
    if deed.isInferred { record = deed.completed(record, key) }
    try store(.tree(record), isNew: existing == nil, key: key, &deed, call, &world)
  }

  /// Keeps a record, if no other one has what is to be its own.
  private func store(
    _ record: Record,
    isNew: Bool,
    key: RecordKey,
    _ deed: inout Deed,
    _ call: Call,
    _ world: inout World
  ) throws(Problem) {
    if !deed.resource.unique.isEmpty {
      try RecordRules.requireUnique(
        record,
        key: key.text,
        deed,
        world.contracts[call.contract].collections[deed.action.resource]
      )
    }
    world.contracts[call.contract].keep(record, key: key.text, of: deed.action.resource)
    deed.context.kept = record
    deed.effect = Effect(kind: isNew ? .made : .changed, resource: deed.resource.name, key: key.text)
  }
}
