import DoubletContracts
import DoubletJSON
import DoubletValidation

/// What JSON:API 1.1 asks of resource objects, in its sections "Creating Resources" and "Updating Resources".
extension RecordRules {
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

  /// Refuses a resource object of another type than the collection's: than its schema allows, or than the record has.
  static func requireSameType(as existing: JSON?, _ deed: Deed, _ call: Call) throws(Problem) {
    guard call.mediaType?.isJSONAPI == true, let inferred = deed.action.inferred else { return }
    guard let sent = deed.sent(call)["type"], let type = sent.string else { return }
    let place = ["body"] + inferred.sent.tokens + ["type"]
    let member = deed.api.memory.shape(of: deed.resource.schema).members.first { $0.name == "type" }
    var violations = member.map { Judge.violations(of: sent, against: $0.schema, deed.api.validator, at: place) } ?? []
    if let own = existing?["type"]?.string, own != type, violations.isEmpty {
      violations = [
        Violation(
          side: .request,
          code: "body.resourceType",
          pointer: JSONPointer(tokens: place),
          position: deed.resource.position,
          message: "must be '\(own)', as the record has it, is '\(type)'"
        )
      ]
    }
    guard violations.isEmpty else {
      throw Problem(.conflict, Engine.invalidDetail(violations), violations: violations)
    }
  }

  /// Whether all that is wrong with a request is the type of its resource object, and its operation says that this is a
  /// conflict.
  static func isTypeConflict(_ violations: [Violation], _ operation: ServedOperation, _ type: MediaType?) -> Bool {
    guard type?.isJSONAPI == true, let action = operation.action, let inferred = action.inferred else { return false }
    guard [.create, .merge].contains(action.kind), operation.declares(409) else { return false }
    let place = ["body"] + inferred.sent.tokens + ["type"]
    return violations.allSatisfy { ["body.const", "body.enum"].contains($0.code) && $0.pointer.tokens == place }
  }
}
