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

  /// Refuses a change that makes of a record what its schema does not allow. What was wrong before is not the change's
  /// doing.
  ///
  /// An inferred record has a schema that its change was not written for: only what the request says is held against it.
  /// Where the operation has no answer for that, the record is made to fit, with a warning unless rules are strict.
  static func requireValid(
    _ record: JSON,
    over existing: JSON,
    _ deed: Deed,
    _ call: Call,
    isStrict: Bool
  ) throws(Problem) {
    let isInferred = deed.isInferred
    let new = violations(of: record, deed)
    guard !new.isEmpty else { return }
    let old = violations(of: existing, deed)
    var change = SentChange(deed, call, of: existing)
    let violations = new.compactMap { violation -> Violation? in
      guard !old.contains(where: { $0.code == violation.code && $0.pointer == violation.pointer }) else { return nil }
      guard let place = change.place(of: violation.pointer.tokens) else {
        return isInferred ? nil : violation.moved(below: ["body"])
      }
      var violation = violation
      violation.pointer = JSONPointer(tokens: ["body"] + place)
      return violation
    }
    guard !violations.isEmpty else { return }
    guard isInferred, !isStrict, !Engine.declaresInvalid(deed.operation, deed.api) else {
      throw Problem(.invalid, Engine.invalidDetail(violations), violations: violations)
    }
    call.warnings += violations.map { violation in
      var violation = violation
      violation.message += "; it was made to fit, since the operation declares no answer for it"
      return violation
    }
  }

  /// Refuses a JSON Patch: what is no operation breaks a rule, what the record has no place for conflicts with it
  /// (RFC 5789, section 2.2).
  static func refusal(of patch: JSON, for error: JSONPatchError) -> Problem {
    guard error.isMalformed else {
      return Problem(.conflict, "The patch cannot be applied to the record: \(error).")
    }
    let place = patch.array == nil ? ["body"] : ["body", String(error.position)]
    let violation = Violation(
      side: .request,
      code: "body.patch",
      pointer: JSONPointer(tokens: place),
      message: "is no operation of a JSON Patch: \(error.reason)"
    )
    return Problem(.invalid, Engine.invalidDetail([violation]), violations: [violation])
  }

  private static func violations(of record: JSON, _ deed: Deed) -> [Violation] {
    let (validator, schema) = (deed.api.validator, deed.resource.schema)
    if validator.isValid(record, against: schema, direction: .request) { return [] }
    return validator.explain(record, against: schema, direction: .request, in: .body)
  }
}
