import DoubletJSON
import DoubletValidation

/// What an answer has around its records: `{"data": …, "errors": []}`.
struct Envelope: Hashable {
  /// The schema of the body.
  var schema: Int
  /// Where the records are in it.
  var held: JSONPointer

  private static let truths = ["success", "ok", "succeeded", "successful"]

  /// A valid body with as little as can be around the place of the records: without members that it need not have, and
  /// with lists of errors and the like empty.
  func body(_ memory: SchemaMemory, _ validator: Validator) -> JSON {
    var body = memory.sample(of: schema) ?? .object(JSONObject())
    func offer(_ change: (inout JSON) -> Void) {
      var changed = body
      change(&changed)
      if validator.isValid(changed, against: schema, direction: .response) { body = changed }
    }
    for length in held.tokens.indices {
      let holder = JSONPointer(tokens: Array(held.tokens[..<length]))
      for (name, value) in body.value(at: holder)?.object ?? JSONObject() where name != held.tokens[length] {
        let place = holder.appending(name)
        switch value {
        case .array: offer { $0.set([], at: place) }
        case .bool(false) where Envelope.truths.contains(name.lowercased()): offer { $0.set(true, at: place) }
        default: break
        }
        if !Envelope.truths.contains(name.lowercased()) { offer { $0.remove(at: place) } }
      }
    }
    return body
  }
}
