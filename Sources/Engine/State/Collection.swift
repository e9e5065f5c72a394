import DoubletContracts
public import DoubletJSON
import HashTreeCollections
import Synchronization

/// The records of one resource in one sandbox. The maps are persistent: a copy shares everything with its original until
/// one of them is written, and then all but the path to the written record.
public struct Collection: Sendable {
  /// A record and where it stands in the order of insertion.
  struct Entry: Sendable {
    var record: Record
    var order: Int
    /// Whether it was put there from outside, and not by a request to the API.
    var isGiven: Bool
    /// Tells this state of the record from every other one in the process: a copy of the collection keeps it, a write
    /// makes a new one.
    let version = Collection.versions.wrappingAdd(1, ordering: .relaxed).newValue

    var state: State { State(version: version, order: order) }
  }

  /// A record as it is, told from every other one.
  struct State: Sendable {
    let version: Int
    /// Where it stands in the order of insertion.
    let order: Int
  }

  private static let versions = Atomic<Int>(0)

  private var entries: TreeDictionary<String, Entry> = [:]
  private var keysByMember: [TreeDictionary<JSON, String>]
  /// The order of the records of each parent; those that have none are all under the empty text.
  private var orders: TreeDictionary<String, InsertionOrder> = [:]
  private var removed: TreeSet<String> = []
  private var given = 0
  private var nextOrder = 0
  let uniqueMembers: [String]
  /// How many keys of parents stand before a record's own.
  let depth: Int
  private let isPresumed: Bool
  /// The lowest number that was no record's id yet.
  var nextNumber = 1

  /// A collection without a record, in which the values of the `unique` members find a record too.
  init(unique: [String] = [], depth: Int = 0, isPresumed: Bool = false) {
    uniqueMembers = unique
    self.depth = depth
    self.isPresumed = isPresumed
    keysByMember = unique.map { _ in [:] }
  }

  /// The collection of a resource, without a record.
  init(_ resource: ResourceRow) {
    self.init(
      unique: resource.unique,
      depth: (resource.inferred?.keyMembers.count ?? 1) - 1,
      isPresumed: resource.isPresumed
    )
  }

  /// How many records there are.
  public var count: Int { entries.count }

  /// The record of a key.
  public subscript(key: String) -> JSON? { entries[key]?.record.json }

  /// The record of a key, as it is kept, and where it stands.
  func entry(of key: String) -> Entry? { entries[key] }

  /// The records with their keys in the order of insertion.
  public var all: [(key: String, record: JSON)] {
    if orders.count <= 1 { return Array(records(in: orders.first?.key ?? "")) }
    // Each parent keeps the order of its own records.
    return entries.sorted { $0.value.order < $1.value.order }.map { ($0.key, $0.value.record.json) }
  }

  /// How many records a parent has.
  func count(in scope: String) -> Int { orders[scope]?.count ?? 0 }

  /// The records of a parent in the order of insertion, got as the walk comes to them.
  func records(in scope: String) -> some Sequence<(key: String, record: JSON)> {
    (orders[scope] ?? InsertionOrder()).keys.lazy.compactMap { key in self[key].map { (key, $0) } }
  }

  /// Whether a key without a record is taken to be there: nothing makes records of the resource, none was put there from
  /// outside, and this one was not deleted.
  func presumes(_ key: String) -> Bool { isPresumed && given == 0 && (removed.isEmpty || !removed.contains(key)) }

  /// Whether there is a record of a key, or one is taken to be there.
  func holds(_ key: String) -> Bool { !entries.isEmpty && entries.keys.contains(key) || presumes(key) }

  /// The key of the record whose unique member has that value. `null` is none.
  func key(ofMember member: String, value: JSON) -> String? {
    guard let index = uniqueMembers.firstIndex(of: member) else { return nil }
    return keysByMember[index][value]
  }

  /// The key of the record whose unique member has the value that a text stands for: the text itself, or a number.
  func key(ofMember member: String, text: String) -> String? {
    key(ofMember: member, value: .string(text))
      ?? JSONNumber(text: text).flatMap { key(ofMember: member, value: .number($0)) }
  }

  /// A record of another key that has one of the values that are to be a record's own.
  func clash(of record: Record, key: String) -> (member: String, value: JSON, other: String)? {
    for (index, member) in uniqueMembers.enumerated() {
      guard let value = record.member(member), let other = keysByMember[index][value], other != key else { continue }
      return (member, value, other)
    }
    return nil
  }

  /// Keeps a record: a new one after the others, one of a known key in that one's place.
  mutating func keep(_ record: JSON, key: String, isGiven: Bool = false) {
    keep(.tree(record), key: key, isGiven: isGiven)
  }

  /// Keeps a record: a new one after the others, one of a known key in that one's place.
  mutating func keep(_ record: Record, key: String, isGiven: Bool = false) {
    let old = entries[key]
    unindex(key, old)
    let order = old?.order ?? nextOrder
    if old == nil {
      orders[RecordKey.scope(of: key, depth: depth), default: InsertionOrder()].append(key, number: order)
      nextOrder += 1
    }
    given += (isGiven ? 1 : 0) - (old?.isGiven == true ? 1 : 0)
    removed.remove(key)
    entries[key] = Entry(record: record, order: order, isGiven: isGiven)
    for (index, member) in uniqueMembers.enumerated() {
      if let value = record.member(member), !value.isNull { keysByMember[index][value] = key }
    }
  }

  /// Removes the record of a key; whether there was one, or one was taken to be there.
  @discardableResult mutating func remove(_ key: String) -> Bool {
    guard let old = entries.removeValue(forKey: key) else {
      guard presumes(key) else { return false }
      removed.insert(key)
      return true
    }
    unindex(key, old)
    let scope = RecordKey.scope(of: key, depth: depth)
    orders[scope]?.remove(number: old.order)
    if orders[scope]?.isEmpty == true { orders[scope] = nil }
    if old.isGiven { given -= 1 }
    if isPresumed { removed.insert(key) }
    return true
  }

  private mutating func unindex(_ key: String, _ old: Entry?) {
    guard let old = old?.record else { return }
    for (index, member) in uniqueMembers.enumerated() {
      guard let value = old.member(member), keysByMember[index][value] == key else { continue }
      keysByMember[index][value] = nil
    }
  }
}
