import DoubletContracts
public import DoubletJSON
import DoubletValidation
import Synchronization

/// The records of a sandbox. They are kept as they are given: nothing is computed, and nothing is filled in.
extension Fake {
  /// The records of a collection with their keys, in the order in which they came.
  ///
  /// - Throws: an API or a collection that is not there.
  public func records(
    of collection: String,
    _ api: String,
    in sandbox: String = SandboxName.default
  ) throws(FakeError) -> [(key: String, record: JSON)] {
    let place = try place(of: collection, api)
    return self.sandbox(sandbox).world.withLock { $0.contracts[place.contract].collections[place.resource].all }
  }

  /// The record of a key; nil where there is none.
  ///
  /// - Throws: an API or a collection that is not there.
  public func record(
    _ key: String,
    of collection: String,
    _ api: String,
    in sandbox: String = SandboxName.default
  ) throws(FakeError) -> JSON? {
    let place = try place(of: collection, api)
    return self.sandbox(sandbox).world.withLock { $0.contracts[place.contract].collections[place.resource][key] }
  }

  /// Makes these the records of a collection, and no others.
  ///
  /// - Throws: an API or a collection that is not there, records that do not fit the resource's schema. Then nothing
  ///   changes.
  public func setRecords(
    _ records: [(key: String, record: JSON)],
    of collection: String,
    _ api: String,
    in sandbox: String = SandboxName.default
  ) throws(FakeError) {
    let place = try place(of: collection, api)
    try check(records, place) { ["body", $0] }
    var kept = Collection(contracts[place.contract].contract.resources[place.resource])
    for (key, record) in records {
      try kept.requireUnique(record, key: key)
      kept.keep(record, key: key, isGiven: true)
    }
    let collection = kept
    self.sandbox(sandbox).world.withLock { $0.contracts[place.contract].replace(place.resource, by: collection) }
  }

  /// Keeps a record, in the place of the one of that key where there is one.
  ///
  /// - Throws: an API or a collection that is not there, a record that does not fit the resource's schema.
  public func setRecord(
    _ record: JSON,
    _ key: String,
    of collection: String,
    _ api: String,
    in sandbox: String = SandboxName.default
  ) throws(FakeError) {
    let place = try place(of: collection, api)
    try check([(key, record)], place) { _ in ["body"] }
    try self.sandbox(sandbox).world.withLock { world throws(FakeError) in
      try world.contracts[place.contract].collections[place.resource].requireUnique(record, key: key)
      world.contracts[place.contract].keep(.tree(record), key: key, of: place.resource, isGiven: true)
    }
  }

  /// Removes the record of a key, or all; whether there was one.
  ///
  /// - Throws: an API or a collection that is not there.
  @discardableResult public func removeRecords(
    _ key: String? = nil,
    of collection: String,
    _ api: String,
    in sandbox: String = SandboxName.default
  ) throws(FakeError) -> Bool {
    let place = try place(of: collection, api)
    let resource = contracts[place.contract].contract.resources[place.resource]
    return self.sandbox(sandbox).world.withLock { world in
      guard let key else {
        let count = world.contracts[place.contract].collections[place.resource].count
        world.contracts[place.contract].replace(place.resource, by: Collection(resource))
        return count > 0
      }
      return world.contracts[place.contract].remove(key, of: place.resource)
    }
  }

  /// The index of an API, by its short name.
  func index(of api: String) throws(FakeError) -> Int {
    guard let index = contracts.firstIndex(where: { $0.name == api }) else {
      throw FakeError.unknown("API", api, among: apis)
    }
    return index
  }

  private func place(of collection: String, _ api: String) throws(FakeError) -> (contract: Int, resource: Int) {
    let contract = try index(of: api)
    let resources = contracts[contract].contract.resources
    guard let resource = resources.firstIndex(where: { $0.name == collection }) else {
      throw FakeError.unknown("collection", collection, of: api, among: resources.map(\.name))
    }
    return (contract, resource)
  }

  /// Refuses records that their resource could not answer.
  private func check(
    _ records: [(key: String, record: JSON)],
    _ place: (contract: Int, resource: Int),
    at pointer: (String) -> [String]
  ) throws(FakeError) {
    let served = contracts[place.contract]
    let schema = served.contract.resources[place.resource].schema
    let violations = records.flatMap { key, record in
      Judge.violations(of: record, against: schema, served.validator, at: ["body"], direction: .response).map {
        $0.moved(from: "body", below: pointer(key))
      }
    }
    guard let first = violations.first else { return }
    let more = violations.count == 1 ? "" : " It is the first of \(violations.count) violations."
    throw FakeError(
      "\(first.pointer) \(first.message) (\(served.contract.place(first.position))).\(more)",
      violations: violations
    )
  }
}

extension FakeError {
  /// Something that is not there, with the nearest right names.
  static func unknown(_ what: String, _ name: String, of api: String? = nil, among names: [String]) -> FakeError {
    let hint = Nearest.hint(for: name, among: names)
    let known = names.isEmpty ? "; there is none" : "; there are \(names.joined(separator: ", "))"
    return FakeError(
      "\(api.map { "\($0) has" } ?? "There is") no \(what) '\(name)'\(hint.isEmpty ? known : hint).",
      kind: .notFound
    )
  }
}

extension Collection {
  /// Refuses a record if another one has the value of one of its unique members.
  func requireUnique(_ record: JSON, key: String) throws(FakeError) {
    guard let clash = clash(of: .tree(record), key: key) else { return }
    throw FakeError(
      "The records '\(clash.other)' and '\(key)' have the same '\(clash.member)', '\(RecordKey.text(of: clash.value))'; "
        + "it finds a record, so it is unique.",
      kind: .conflict
    )
  }
}

extension Violation {
  /// The violation with the first word of its pointer replaced by a longer way.
  fileprivate func moved(from first: String, below place: [String]) -> Violation {
    var moved = self
    let rest = pointer.tokens.first == first ? pointer.tokens.dropFirst() : pointer.tokens[...]
    moved.pointer = JSONPointer(tokens: place + rest)
    return moved
  }
}
