import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Makes requests that keep their contract.
struct RequestMaker {
  let fake: Fake
  let api: ServedContract
  let sampler: Sampler
  /// How many samples of a value are tried until one can be sent.
  private static let trials = 8

  init(_ fake: Fake, _ api: ServedContract) {
    self.fake = fake
    self.api = api
    sampler = Sampler(api.validator)
  }

  /// A request with all that is required, the first body that can be written, and the first credentials that let it in.
  ///
  /// - Throws: why there is none.
  func draft(for operation: ServedOperation) throws(Unsendable) -> RequestDraft {
    var draft = RequestDraft(api, operation)
    draft.credentials = credentials(of: operation.alternatives.first ?? [])
    for (number, parameter) in operation.parameters.enumerated() where parameter.row.isRequired {
      draft.parameters[number] = .value(try sample(parameter.row, seed: 0))
    }
    try name(&draft)
    for number in operation.parameters.indices where operation.parameters[number].row.isRequired {
      try settle(number, in: &draft)
    }
    draft.body = try body(of: operation)
    return draft
  }

  /// A record of a resource.
  func record(of resource: Int) throws(Unsendable) -> JSON {
    let row = api.contract.resources[resource]
    guard let record = sampler.sample(of: row.schema, direction: .response) else {
      throw lack(row.schema, .response) ?? Unsendable("no valid record of \(row.name) was found")
    }
    return record
  }

  /// Names the record by a unique member of it, where the operation finds it so.
  private func name(_ draft: inout RequestDraft) throws(Unsendable) {
    guard let action = draft.operation.action, let find = action.find else { return }
    let record = try record(of: action.resource)
    guard
      let number = draft.operation.parameters.firstIndex(where: { $0.row.holds(find.source) })
    else { throw Unsendable("no parameter names the record") }
    let names = api.contract.resources[action.resource].unique.compactMap { member in
      record[member].map { JSON.string("\(member)\(find.separator)\($0.string ?? $0.text())") }
    }
    let schema = draft.operation.parameters[number].row.schema
    guard let name = names.first(where: { api.validator.isValid($0, against: schema, direction: .request) }) else {
      throw Unsendable("no name of a record is a valid '\(find.source.name)'")
    }
    draft.parameters[number] = .value(name)
  }

  /// Credentials of an alternative.
  func credentials(of alternative: [RequirementRow]) -> [(scheme: Int, value: String)] {
    alternative.map { ($0.scheme, CredentialWriter.credential(of: api.contract.schemes[$0.scheme])) }
  }

  /// A value of a parameter.
  func sample(_ row: ParameterRow, seed: UInt64) throws(Unsendable) -> JSON {
    guard row.schema >= 0 else { return .string("text") }
    guard let value = sampler.sample(of: row.schema, direction: .request, seed: seed, named: row.name) else {
      throw lack(row.schema, .request)
        ?? Unsendable("no valid value was found for the \(row.location.rawValue) parameter '\(row.name)'")
    }
    return value
  }

  /// A body, of the first type that a sample can be written as; nil where there is none and none is required.
  private func body(of operation: ServedOperation) throws(Unsendable) -> RequestDraft.Body? {
    guard let body = operation.body else { return nil }
    for number in 0..<body.content.count {
      if let value = bodySample(number, of: operation) { return .value(value, type: number) }
    }
    guard body.isRequired else { return nil }
    let reason = operation.contents.first.flatMap { lack($0.row.schema, .request) }
    throw reason ?? Unsendable("no valid body was found")
  }

  /// Why there is no value of a schema, where that follows from it.
  func lack(_ schema: Int, _ direction: Validator.Direction) -> Unsendable? {
    guard schema >= 0, let contradiction = sampler.contradiction(of: schema, direction: direction) else { return nil }
    return Unsendable(contradiction.description, isCertain: true)
  }

  /// A value of the body's media type of that number; nil where none was found, or it cannot be written.
  func bodySample(_ number: Int, of operation: ServedOperation) -> JSON? {
    guard operation.contents.indices.contains(number) else { return nil }
    let content = operation.contents[number]
    guard content.row.schema >= 0 else {
      let isForm = content.type.kind == .form || content.type.kind == .multipart
      return isForm ? ["field": "text"] : "text"
    }
    for seed in 0..<UInt64(RequestMaker.trials) {
      guard let value = sampler.sample(of: content.row.schema, direction: .request, seed: seed) else { return nil }
      if content.loss(of: value, api) == nil { return value }
      // What has no form of its own is read as a text, which may be valid too.
      guard let read = content.readBack(of: value, api), content.loss(of: read, api) == nil else { continue }
      if api.validator.isValid(read, against: content.row.schema, direction: .request) { return read }
    }
    return nil
  }

  /// Tries samples of a parameter until one can be sent.
  func settle(_ number: Int, in draft: inout RequestDraft) throws(Unsendable) {
    let row = draft.operation.parameters[number].row
    if draft.parameters[number] == nil { draft.parameters[number] = .value(try sample(row, seed: 0)) }
    var loss = draft.loss(of: number, fake)
    for seed in 1..<UInt64(RequestMaker.trials) where loss != nil {
      draft.parameters[number] = .value(try sample(row, seed: seed))
      loss = draft.loss(of: number, fake)
    }
    // A schema that speaks of objects only takes every text, too.
    if loss != nil, row.schema >= 0, api.validator.isValid("text", against: row.schema, direction: .request) {
      draft.parameters[number] = .value("text")
      loss = draft.loss(of: number, fake)
    }
    if let loss {
      throw Unsendable("no value of the \(row.location.rawValue) parameter '\(row.name)' can be sent: \(loss)")
    }
  }
}

extension ParameterRow {
  /// Whether a value of the request is this parameter's.
  func holds(_ source: ValueSource) -> Bool { location.rawValue == source.place.rawValue && name == source.name }
}
