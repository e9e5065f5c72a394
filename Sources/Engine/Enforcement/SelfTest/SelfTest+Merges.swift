import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SelfTest {
  /// How often the body of a merge is changed until its record takes it, and how many records are tried.
  private static let rounds = 8

  /// An attempt that the record takes, and what came of it. The schema of a merge may allow what that of an inferred
  /// record does not: of such a place the attempt has the value of a valid record, or nothing, or it has another record.
  ///
  /// - Parameter place: The place of what the attempt is to prove: it stays.
  func taken(
    _ attempt: Attempt,
    proving place: JSONPointer? = nil
  ) throws(Unsendable) -> (attempt: Attempt, exchange: Exchange) {
    let operation = attempt.draft.operation
    guard let action = operation.action, action.kind == .merge, action.inferred != nil,
      attempt.draft.method == operation.row.method, case .value(let body, let type) = attempt.draft.body
    else { return (attempt, try exchange(of: attempt)) }
    do throws(Unsendable) { return try mended(attempt, body, type, action, proving: place) } catch {
      for record in 1..<UInt64(SelfTest.rounds) {
        var attempt = attempt
        attempt.record = record
        if let taken = try? mended(attempt, body, type, action, proving: place) { return taken }
      }
      throw error
    }
  }

  private func mended(
    _ attempt: Attempt,
    _ body: JSON,
    _ type: Int,
    _ action: ActionRow,
    proving place: JSONPointer?
  ) throws(Unsendable) -> (attempt: Attempt, exchange: Exchange) {
    let row = attempt.draft.operation.contents[type].row
    var (attempt, body) = (attempt, body)
    var exchange = try exchange(of: attempt)
    for _ in 0..<SelfTest.rounds {
      // A body that breaks a rule of its own is another matter.
      guard exchange.problem == .invalid, keepsItsRules(body, row),
        let violation = exchange.violations.first(where: { $0.side == .request })
      else { break }
      guard let other = other(than: body, at: violation.pointer, action, row, proving: place) else {
        throw Unsendable("the schema of the record refuses what is sent: \(violation)")
      }
      body = other
      attempt.draft.body = .value(body, type: type)
      exchange = try self.exchange(of: attempt)
    }
    return (attempt, exchange)
  }

  private func keepsItsRules(_ body: JSON, _ type: MediaTypeRow) -> Bool {
    type.schema < 0 || api.validator.isValid(body, against: type.schema, direction: .request)
  }

  /// The body with another value at a place, or with none; nil where its rules allow neither.
  private func other(
    than body: JSON,
    at pointer: JSONPointer,
    _ action: ActionRow,
    _ type: MediaTypeRow,
    proving proven: JSONPointer?
  ) -> JSON? {
    let place = JSONPointer(tokens: Array(pointer.tokens.dropFirst()))
    let record = api.memory.sample(of: api.contract.resources[action.resource].schema)
    let inRecord = JSONPointer(tokens: Array(place.tokens.dropFirst(action.inferred?.sent.tokens.count ?? 0)))
    var (replaced, removed) = (body, body)
    if let value = record?.value(at: inRecord) { replaced.set(value, at: place) }
    _ = !place.tokens.isEmpty && removed.remove(at: place)
    return [replaced, removed].first { other in
      let holdsProven = proven.map { other.holds($0) || !body.holds($0) } ?? true
      return other != body && holdsProven && keepsItsRules(other, type)
    }
  }
}

extension JSON {
  /// Whether there is a value at a place of the body.
  fileprivate func holds(_ pointer: JSONPointer) -> Bool {
    value(at: JSONPointer(tokens: Array(pointer.tokens.dropFirst()))) != nil
  }
}
