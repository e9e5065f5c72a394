import DoubletContracts
import DoubletJSON
import DoubletValidation

/// What an action makes of the record that a request sends.
extension Deed {
  /// The member of a record that holds its key; empty: none does.
  var keyMember: String { resource.inferred.map { $0.keyMembers.last ?? "" } ?? resource.key.name }

  private var shape: Shape { api.memory.shape(of: resource.schema) }
  private var fitting: Fitting { Fitting(memory: api.memory, validator: api.validator) }

  /// The record in the request's body.
  func sent(_ call: Call) -> JSON {
    guard let inferred = action.inferred else { return call.body ?? .null }
    return call.body?.value(at: inferred.sent) ?? .object(JSONObject())
  }

  /// What a record keeps of a request's body, nulls for the members left out where the resource says so.
  func kept(of call: Call) -> JSON { withNulls(shape.keeping(sent(call), direction: .request)) }

  /// A record with nulls for the nullable members that it lacks, where the resource says so.
  private func withNulls(_ record: JSON) -> JSON {
    guard resource.nullsOmitted, case .object(let members) = record else { return record }
    let nullable = shape.nullableMembers
    var record = JSONObject()
    record.reserveCapacity(nullable.count + members.count)
    for name in nullable { record.append(name, members[name] ?? .null) }
    for (name, value) in members where !nullable.contains(name) { record.append(name, value) }
    return .object(record)
  }

  /// The record as the request changes it.
  func changed(_ existing: JSON, _ call: Call) throws(Problem) -> JSON {
    if call.isJSONPatch, let patch = call.body {
      do throws(JSONPatchError) {
        return withReadOnlyMembers(shape.keeping(try existing.changed(by: patch), direction: .request), of: existing)
      } catch {
        throw RecordRules.refusal(of: patch, for: error)
      }
    }
    let changes = shape.keeping(sent(call), direction: .request)
    var changed = existing.patched(with: changes)
    // A member that must be there and may be null is not taken away by a null.
    for member in shape.members where member.isRequired && member.isNullable && changes[member.name]?.isNull == true {
      changed[member.name] = .null
    }
    return withNulls(changed)
  }

  /// Whether a creation under the key of a record that is there takes its place: its operation declares no conflict, and
  /// JSON:API asks for none (version 1.1, section "Creating Resources").
  var replacesSilently: Bool {
    guard isInferred, context.call.mediaType?.isJSONAPI != true else { return false }
    return !operation.responses.contains { $0.lowest <= 409 && 409 <= $0.highest }
  }

  /// The record with the read-only members that it has had before: no request changes them.
  func withReadOnlyMembers(_ record: JSON, of existing: JSON?) -> JSON {
    existing.map { shape.withReadOnlyMembers(record, of: $0) } ?? record
  }

  /// The record with the values of its key in the members that hold them.
  func keyed(_ record: JSON, _ key: RecordKey) -> JSON {
    guard let members = resource.inferred?.keyMembers, record.object != nil else { return record }
    var record = record
    for (name, part) in zip(members, key.parts) where !name.isEmpty {
      if let value = record[name], RecordKey.text(of: value) == part { continue }
      let schema = shape.members.first { $0.name == name }?.schema ?? -1
      record[name] = Engine.typed(part, schema < 0 ? .string : api.contract.schemas.types(of: schema))
    }
    return record
  }

  /// A record that was inferred with what no request decides: its read-only members and its key.
  func owned(_ record: JSON, _ key: RecordKey, of existing: JSON?) -> JSON {
    isInferred ? keyed(withReadOnlyMembers(record, of: existing), key) : record
  }

  /// The record with all that its schema asks for beyond what was sent, valid.
  func completed(_ record: JSON, _ key: RecordKey) -> JSON {
    let completed = fitting.completed(record, to: resource.schema)
    let keyed = keyed(completed, key)
    guard keyed != completed else { return completed }
    return api.validator.isValid(keyed, against: resource.schema, direction: .response) ? keyed : completed
  }

  /// The record of a key that is taken to be there: the operation's example or a sample, with the key in it.
  func presumed(_ key: RecordKey) -> JSON {
    guard resource.inferred != nil else { return .object(JSONObject()) }
    let sample = example ?? api.memory.sample(of: resource.schema) ?? .object(JSONObject())
    return completed(keyed(sample, key), key)
  }

  /// The record that the answer's example holds, where it is a valid one.
  private var example: JSON? {
    let contract = api.contract
    guard let answer, let held = answer.held, answer.schema == resource.schema,
      let response = operation.response(status: status)
    else { return nil }
    let examples = contract.mediaTypes[response.content.indices].flatMap { contract.examples[$0.examples.indices] }
    guard let record = examples.first?.value.value(at: held),
      api.validator.isValid(record, against: resource.schema, direction: .response)
    else { return nil }
    return record
  }
}
