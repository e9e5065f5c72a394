import DoubletContracts
import DoubletJSON

/// Where a request says what it changes of a record: in the members of a merge, or in the operations of a JSON Patch.
enum SentChange {
  /// The names of the members that a merge sends, and where the body has them.
  case members(Set<String>, at: [String])
  case operations(SentOperations)

  /// What the request of an action changes of a record.
  init(_ deed: Deed, _ call: Call, of record: JSON) {
    if call.isJSONPatch, let patch = call.body {
      self = .operations(SentOperations(patch, to: record))
    } else {
      self = .members(Set(deed.sent(call).object?.keys ?? []), at: deed.action.inferred?.sent.tokens ?? [])
    }
  }

  /// The place in the body that a place of the record has its value of, at or below what the request names; of a place
  /// above it where the request says so. Nil: the request has nothing to do with it.
  mutating func place(of record: [String]) -> [String]? {
    switch self {
    case .operations(var operations):
      let source = operations.source(of: record)
      self = .operations(operations)
      return source
    case .members(let names, let place):
      guard let first = record.first else { return names.isEmpty ? nil : place }
      return names.contains(first) ? place + record : nil
    }
  }
}
