import DoubletContracts
import DoubletJSON

/// Where a request says what it changes of a record: in the members of a merge, or in the operations of a JSON Patch.
struct SentChange {
  /// A place of the record that the request names, and where it does.
  private struct Part {
    var record: [String]
    /// Where the body holds the new value; nil: it takes the old one away, or has it from elsewhere.
    var value: [String]?
    /// Where the body says it.
    var holder: [String]
    /// Whether it puts an element into an array or takes one out, so that others change their places.
    var shiftsElements = false
  }

  /// What is said last stands first.
  private let parts: [Part]

  /// What the request of an action changes.
  init(_ deed: Deed, _ call: Call) {
    if call.isJSONPatch {
      parts = (call.body?.array ?? []).enumerated().reversed().flatMap { position, operation in
        let holder = [String(position)]
        let value = operation["value"] == nil ? nil : holder + ["value"]
        let places = [(operation["path"], value), (operation["op"] == "move" ? operation["from"] : nil, nil)]
        return places.compactMap { pointer, value in
          SentChange.tokens(pointer).map {
            Part(record: $0, value: value, holder: holder, shiftsElements: SentChange.mayBeElement($0))
          }
        }
      }
    } else {
      let place = deed.action.inferred?.sent.tokens ?? []
      let members = deed.sent(call).object ?? JSONObject()
      parts = members.map { Part(record: [$0.key], value: place + [$0.key], holder: place) }
    }
  }

  private static func tokens(_ pointer: JSON?) -> [String]? { pointer?.string.flatMap { JSONPointer($0) }?.tokens }

  /// The place in the body that a place of the record has its value of, at or below what the request names; of a place
  /// above it where the request says so. Nil: the request has nothing to do with it.
  func place(of record: [String]) -> [String]? {
    if let part = parts.first(where: { SentChange.begin(record, with: $0.record) }) {
      return part.value.map { $0 + record.dropFirst(part.record.count) } ?? part.holder
    }
    if let part = parts.first(where: { SentChange.begin($0.record, with: record) }) { return part.holder }
    // An element that an operation moved to another place is what that operation made of the array.
    return parts.first { $0.shiftsElements && SentChange.begin(record, with: Array($0.record.dropLast())) }?.holder
  }

  private static func mayBeElement(_ place: [String]) -> Bool {
    guard let last = place.last else { return false }
    return last == "-" || !last.isEmpty && last.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  /// Whether a place begins with another; `-` is an element's, whichever its position is.
  private static func begin(_ place: [String], with other: [String]) -> Bool {
    place.count >= other.count && zip(place, other).allSatisfy { $0 == $1 || $1 == "-" }
  }
}
