import DoubletContracts
import DoubletJSON

/// Decides which operations of a family are actions. It is careful: what does not look like one for certain answers by
/// example or sample, and no harm is done.
struct Claiming {
  let bodies: OperationBodies
  let reader: SchemaReader
  let family: Family
  /// Whether an operation may be claimed: it has no action yet, and its document does not forbid it.
  let isFree: (Int) -> Bool

  private var finder: HoldingFinder {
    HoldingFinder(reader: reader, collection: Word(family.name), parameter: parameter)
  }
  /// The parameter that finds a record.
  private var parameter: String? { family.item.values.min().flatMap { bodies.holes(of: $0).last } }

  /// The family's resource; nil where it is none.
  func resource() -> ClaimedResource? {
    guard family.shape.contains(where: { $0 != Family.hole }), let record = recordSchemas() else { return nil }
    let claims =
      [create(record), read(family.item["GET"]), list(record), replace(record), merge(record), change(record)]
      .compactMap(\.self) + besides(record)
    let all = claims + (claims.isEmpty ? [] : [delete(family.item["DELETE"], record)].compactMap(\.self))
    // A list or a creation alone has nothing to remember.
    let kinds = Set(all.map(\.kind))
    guard !kinds.isEmpty, kinds != [.list], kinds != [.create], !family.endsInHole || kinds.contains(.list) else {
      return nil
    }
    return ClaimedResource(
      family: family,
      claims: all,
      record: record,
      keyMember: KeyMember.name(for: parameter, of: family.name, in: reader.facts(record), reader),
      isPresumed: !all.contains { $0.kind == .create || $0.isUpserting }
    )
  }

  /// What is said of a record: best by what reads it.
  private func recordSchemas() -> [Int]? {
    let answers: [(Int?, ActionKind)] = [
      (family.item["GET"], .read), (family.collection["POST"], .create), (family.item["PUT"], .replace),
      (family.item["PATCH"], .merge),
    ]
    for (operation, kind) in answers {
      guard let operation, let body = bodies.answered(by: operation, kind), body >= 0 else { continue }
      let isMaking = kind == .create && family.item.isEmpty
      guard let held = finder.record(in: [body]), !isMaking || listed.map({ resembles($0, held.schemas) }) ?? false
      else { continue }
      return held.schemas
    }
    if let listed { return listed }
    for operation in [family.collection["POST"], family.item["PUT"]] where !family.item.isEmpty {
      if let operation, let held = sent(to: operation) { return held.schemas }
    }
    return nil
  }

  /// What is said of the elements of the list.
  private var listed: [Int]? {
    guard let operation = family.collection["GET"], let body = bodies.answered(by: operation, .list), body >= 0 else {
      return nil
    }
    return finder.list(in: [body])?.schemas
  }

  private func read(_ operation: Int?) -> Claim? {
    guard let operation = free(operation), let body = bodies.answered(by: operation, .read), body >= 0,
      let held = finder.record(in: [body])
    else { return nil }
    return Claim(operation: operation, kind: .read, keys: keys(of: operation), held: held, body: body)
  }

  private func list(_ record: [Int]) -> Claim? {
    free(family.collection["GET"]).flatMap { list($0, record) }
  }

  private func list(_ operation: Int, _ record: [Int]) -> Claim? {
    guard let body = bodies.answered(by: operation, .list), body >= 0, let held = finder.list(in: [body]),
      resembles(held.schemas, record)
    else { return nil }
    return Claim(operation: operation, kind: .list, keys: keys(of: operation), held: held, body: body)
  }

  /// Lists beside the records, such as `/pets/findByStatus?status=sold`: those of the same schema that a parameter filters.
  private func besides(_ record: [Int]) -> [Claim] {
    family.beside.compactMap { operation in
      guard let operation = free(operation), let claim = list(operation, record),
        claim.held?.schemas == record
      else { return nil }
      let members = reader.facts(record).members
      let parameters = bodies.contract.parameters[bodies.contract.operations[operation].parameters.indices]
      let filters = parameters.contains { row in row.location == .query && members.contains { $0.name == row.name } }
      return filters ? claim : nil
    }
  }

  private func create(_ record: [Int]) -> Claim? {
    guard let operation = free(family.collection["POST"]), family.hasItemPath || listed != nil else { return nil }
    return write(operation, .create, record)
  }

  private func replace(_ record: [Int]) -> Claim? {
    if let operation = free(family.item["PUT"]) {
      var claim = write(operation, .replace, record)
      claim?.isUpserting = bodies.declares(201, operation)
      let made = made(by: operation, record, beside: claim?.body)
      claim?.made = made
      return claim
    }
    // The record's key can be in the body: `PUT /pets`.
    guard let operation = free(family.collection["PUT"]), !family.item.isEmpty,
      let claim = write(operation, .replace, record), let sent = claim.sent,
      let member = KeyMember.name(for: parameter, of: family.name, in: reader.facts(sent.schemas), reader)
    else { return nil }
    var found = claim
    found.keys.append(ValueSource(place: .body, name: (sent.pointer.tokens + [member]).joined(separator: ".")))
    return found
  }

  /// What the 201 of a replacement has, where it is not what another success has.
  private func made(by operation: Int, _ record: [Int], beside body: Int?) -> (held: Holding?, body: Int)? {
    guard bodies.declares(201, operation), let made = bodies.answered(by: operation, status: 201), made != body else {
      return nil
    }
    return (held(made, record), made)
  }

  private func merge(_ record: [Int]) -> Claim? {
    guard let operation = free(family.item["PATCH"]) else { return nil }
    let takesPatches = bodies.sent(to: operation) == nil && bodies.contract.operations[operation].body >= 0
    return write(operation, .merge, record, resembles: takesPatches)
  }

  /// A POST to a record that changes members of it.
  private func change(_ record: [Int]) -> Claim? {
    guard let operation = free(family.item["POST"]),
      let claim = write(operation, .merge, record),
      let sent = claim.sent, resembles(sent.schemas, record), claim.held != nil
    else { return nil }
    return claim
  }

  private func delete(_ operation: Int?, _ record: [Int]) -> Claim? {
    guard let operation = free(operation) else { return nil }
    var claim = Claim(operation: operation, kind: .delete, keys: keys(of: operation))
    claim.body = bodies.answered(by: operation, .delete) ?? -1
    claim.held = held(claim.body, record)
    return claim
  }

  /// A write, where what is sent or what is answered looks like the record.
  private func write(
    _ operation: Int,
    _ kind: ActionKind,
    _ record: [Int],
    resembles isCertain: Bool = false
  ) -> Claim? {
    guard let body = bodies.answered(by: operation, kind), body < 0 || !reader.facts([body]).isArray else { return nil }
    let sent = sent(to: operation)
    if sent == nil, let schema = bodies.sent(to: operation), !reader.facts([schema]).types.contains(.object) {
      return nil
    }
    let held = held(body, record)
    guard isCertain || held != nil || sent.map({ resembles($0.schemas, record) }) ?? false else { return nil }
    return Claim(operation: operation, kind: kind, keys: keys(of: operation), sent: sent, held: held, body: body)
  }

  /// The record in an answer, where what is there looks like one.
  private func held(_ body: Int, _ record: [Int]) -> Holding? {
    guard body >= 0, let held = finder.record(in: [body]), resembles(held.schemas, record) else { return nil }
    return held
  }

  private func sent(to operation: Int) -> Holding? { bodies.sent(to: operation).flatMap { finder.record(in: [$0]) } }

  private func free(_ operation: Int?) -> Int? { operation.flatMap { isFree($0) ? $0 : nil } }

  private func keys(of operation: Int) -> [ValueSource] {
    bodies.holes(of: operation).map { ValueSource(place: .path, name: $0) }
  }

  /// Whether two schemas can be of the same thing: half of the members of the smaller are in the other.
  private func resembles(_ first: [Int], _ second: [Int]) -> Bool {
    if first == second { return true }
    let names = Set(reader.facts(first).members.map(\.name))
    let others = Set(reader.facts(second).members.map(\.name))
    if names.isEmpty || others.isEmpty { return names.isEmpty && others.isEmpty }
    let common = names.intersection(others).count
    return common > 0 && common * 2 >= min(names.count, others.count)
  }
}

extension Claiming {
  /// The one record of a path such as `/things/{id}/settings` or `/me`, which can be got and put or patched.
  func singleton() -> ClaimedResource? {
    guard !family.hasItemPath, !family.endsInHole, let reading = read(family.collection["GET"]),
      let record = reading.held?.schemas
    else { return nil }
    var puts = free(family.collection["PUT"]).flatMap { write($0, .replace, record) }
    if let claim = puts {
      puts?.made = made(by: claim.operation, record, beside: claim.body)
      puts?.isUpserting = true
    }
    let patches = free(family.collection["PATCH"]).flatMap { write($0, .merge, record) }
    let writes = [puts, patches].compactMap(\.self)
    guard !writes.isEmpty else { return nil }
    let makes = puts.map { bodies.declares(201, $0.operation) } ?? false
    let claims = [reading] + writes + [delete(family.collection["DELETE"], record)].compactMap(\.self)
    return ClaimedResource(family: family, claims: claims, record: record, isSingleton: true, isPresumed: !makes)
  }
}
