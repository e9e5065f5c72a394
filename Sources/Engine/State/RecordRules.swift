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
    for member in collection.uniqueMembers {
      guard let value = Collection.text(record.member(member)),
        let other = collection.key(ofMember: member, value: value), other != key
      else { continue }
      let resource = deed.resource
      let violation = Violation(
        side: .request,
        code: "body.unique",
        pointer: JSONPointer(tokens: ["body", member]),
        position: resource.position,
        message: "must be unique, is that of the record '\(other)' too"
      )
      throw Problem(
        .conflict,
        "There is a record of \(resource.name) with the \(member) '\(value)' already.",
        violations: [violation]
      )
    }
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
