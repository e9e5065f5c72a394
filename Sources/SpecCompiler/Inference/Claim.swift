import DoubletContracts
import DoubletJSON

/// An operation that inference takes for an action on a resource.
struct Claim {
  var operation: Int
  var kind: ActionKind
  /// What makes the key; of a list and a creation, what makes the parent's.
  var keys: [ValueSource]
  /// Where the request holds the record.
  var sent: Holding?
  /// Where the answer holds it.
  var held: Holding?
  /// The schema of the answer's body, or -1.
  var body = -1
  /// Where the 201 of a replacement holds it, and the schema of its body, where that is another.
  var made: (held: Holding?, body: Int)?
  var isUpserting = false
}

/// A resource that was inferred, and what operations do to it.
struct ClaimedResource {
  var family: Family
  var claims: [Claim]
  /// All that is said of a record.
  var record: [Int]
  /// The member that holds the key.
  var keyMember: String?
  /// Whether it is one record for each parent, or the only one, and no collection.
  var isSingleton = false
  /// Whether nothing makes a record, so that all are there.
  var isPresumed: Bool

  /// The operation that stands first in the document.
  var first: Int { claims.map(\.operation).min() ?? 0 }
  /// How many values make a key.
  var keyCount: Int { isSingleton ? max(1, family.depth) : family.depth + 1 }

  /// What requests may say of a record themselves.
  func sendable(_ reader: SchemaReader) -> Set<String> {
    Set(claims.flatMap { reader.facts($0.sent?.schemas ?? []).members.filter { !$0.isReadOnly }.map(\.name) })
  }
}
