import DoubletContracts
import DoubletJSON
import DoubletValidation

/// What a record must be before it is kept, beside what the schema of the request asks.
enum RecordRules {
  /// Refuses a record that has another one's value in a member that finds records.
  static func requireUnique(
    _ record: Record,
    key: String,
    _ deed: Deed,
    _ collection: Collection
  ) throws(Problem) {
    guard let clash = collection.clash(of: record, key: key) else { return }
    let resource = deed.resource
    let violation = Violation(
      side: .request,
      code: "body.unique",
      pointer: JSONPointer(tokens: ["body", clash.member]),
      position: resource.position,
      message: mustBeUnique(clash.other)
    )
    throw Problem(
      .conflict,
      "There is a record of \(resource.name) with the \(clash.member) '\(RecordKey.text(of: clash.value))' already.",
      violations: [violation]
    )
  }

  private static func mustBeUnique(_ other: String) -> String { "must be unique, is that of the record '\(other)' too" }

  /// What is wrong with the state of a scenario in whose collection two records have the same value in a member that
  /// finds records; nil where none have.
  static func clash(in collection: Collection, of name: String) -> DecodingError? {
    guard !collection.uniqueMembers.isEmpty else { return nil }
    for (key, record) in collection.all {
      guard let clash = collection.clash(of: .tree(record), key: key) else { continue }
      // The member finds the record that was put there last.
      let place = JSONPointer(tokens: ["state", name, clash.other, clash.member])
      return DecodingError(pointer: place, message: mustBeUnique(key))
    }
    return nil
  }

  /// Refuses a resource object that has another id than the path (JSON:API 1.1, section "Updating Resources").
  static func requireSameKey(_ key: RecordKey, _ deed: Deed, _ call: Call) throws(Problem) {
    guard call.mediaType?.isJSONAPI == true, let own = key.parts.last else { return }
    guard let sent = deed.sent(call)[deed.keyMember].map(RecordKey.text), sent != own else { return }
    let place = ["body"] + (deed.action.inferred?.sent.tokens ?? []) + [deed.keyMember]
    let violation = Violation(
      side: .request,
      code: "body.key",
      pointer: JSONPointer(tokens: place),
      position: deed.resource.position,
      message: "must be '\(own)', as the path has it, is '\(sent)'"
    )
    throw Problem(.conflict, "The path names the record '\(own)', the body '\(sent)'.", violations: [violation])
  }

  /// Refuses a change that makes of a record what its schema does not allow. What was wrong before is not the change's
  /// doing.
  static func requireValid(_ record: JSON, over existing: JSON, _ deed: Deed) throws(Problem) {
    let api = deed.api
    let schema = deed.resource.schema
    var violations = Judge.violations(of: record, against: schema, api.validator, at: ["body"])
    guard !violations.isEmpty else { return }
    let earlier = Judge.violations(of: existing, against: schema, api.validator, at: ["body"])
    violations.removeAll { new in earlier.contains { $0.code == new.code && $0.pointer == new.pointer } }
    guard violations.isEmpty else {
      throw Problem(.invalid, Engine.invalidDetail(violations), violations: violations)
    }
  }
}
