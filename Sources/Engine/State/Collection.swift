import DoubletContracts
public import DoubletJSON
import HashTreeCollections

/// The records of one resource in one sandbox. The maps are persistent: a copy shares everything with its original until
/// one of them is written, and then all but the path to the written record.
///
/// The maps stand together behind one reference: whoever looks for a record takes one, and not one of each map.
public struct Collection: Sendable {
  /// A record and where it stands in the order of insertion.
  struct Entry: Sendable {
    var record: Record
    var order: Int
    /// Whether it was put there from outside, and not by a request to the API.
    var isGiven: Bool
  }

  private var maps: Maps

  /// A collection without a record, in which the values of the `unique` members find a record too.
  init(unique: [String] = [], depth: Int = 0, isPresumed: Bool = false) {
    maps = Maps(unique: unique, depth: depth, isPresumed: isPresumed)
  }

  /// The collection of a resource, without a record.
  init(_ resource: ResourceRow) {
    self.init(
      unique: resource.unique,
      depth: (resource.inferred?.keyMembers.count ?? 1) - 1,
      isPresumed: resource.isPresumed
    )
  }

  /// Makes sure that the maps are this collection's alone, before they are written.
  private mutating func makeOwn() {
    if !isKnownUniquelyReferenced(&maps) { maps = Maps(maps) }
  }

  /// The members whose values find a record too.
  var uniqueMembers: [String] { maps.uniqueMembers }

  /// How many keys of parents stand before a record's own.
  var depth: Int { maps.depth }

  /// The lowest number that was no record's id yet.
  var nextNumber: Int {
    get { maps.nextNumber }
    set {
      makeOwn()
      maps.nextNumber = newValue
    }
  }

  /// How many records there are.
  public var count: Int { maps.entries.count }

  /// The record of a key.
  public subscript(key: String) -> JSON? { maps.entries[key]?.record.json }

  /// The record of a key, as it is kept.
  func record(of key: String) -> Record? { maps.entries[key]?.record }

  /// The records with their keys in the order of insertion.
  public var all: [(key: String, record: JSON)] {
    if maps.orders.count <= 1 { return Array(records(in: maps.orders.first?.key ?? "")) }
    // Each parent keeps the order of its own records.
    return maps.entries.sorted { $0.value.order < $1.value.order }.map { ($0.key, $0.value.record.json) }
  }

  /// How many records a parent has.
  func count(in scope: String) -> Int { maps.orders[scope]?.count ?? 0 }

  /// The records of a parent in the order of insertion, got as the walk comes to them.
  func records(in scope: String) -> some Sequence<(key: String, record: JSON)> {
    (maps.orders[scope] ?? InsertionOrder()).keys.lazy.compactMap { key in self[key].map { (key, $0) } }
  }

  /// Whether a key without a record is taken to be there: nothing makes records of the resource, none was put there from
  /// outside, and this one was not deleted.
  func presumes(_ key: String) -> Bool {
    maps.isPresumed && maps.given == 0 && (maps.removed.isEmpty || !maps.removed.contains(key))
  }

  /// Whether there is a record of a key, or one is taken to be there.
  func holds(_ key: String) -> Bool { !maps.entries.isEmpty && maps.entries.keys.contains(key) || presumes(key) }

  /// The key of the record whose unique member has that value. `null` is none.
  func key(ofMember member: String, value: JSON) -> String? {
    guard let index = uniqueMembers.firstIndex(of: member) else { return nil }
    return maps.keysByMember[index][value]
  }

  /// The key of the record whose unique member has the value that a text stands for: the text itself, or a number.
  func key(ofMember member: String, text: String) -> String? {
    key(ofMember: member, value: .string(text))
      ?? JSONNumber(text: text).flatMap { key(ofMember: member, value: .number($0)) }
  }

  /// A record of another key that has one of the values that are to be a record's own.
  func clash(of record: Record, key: String) -> (member: String, value: JSON, other: String)? {
    for (index, member) in uniqueMembers.enumerated() {
      guard let value = record.member(member), let other = maps.keysByMember[index][value], other != key else {
        continue
      }
      return (member, value, other)
    }
    return nil
  }

  /// Keeps a record: a new one after the others, one of a known key in that one's place.
  mutating func keep(_ record: JSON, key: String, isGiven: Bool = false) {
    keep(.tree(record), key: key, isGiven: isGiven)
  }

  /// Keeps a record: a new one after the others, one of a known key in that one's place; the one that it replaces.
  @discardableResult mutating func keep(_ record: Record, key: String, isGiven: Bool = false) -> Record? {
    makeOwn()
    let old = maps.entries[key]
    unindex(key, old)
    let order = old?.order ?? maps.nextOrder
    if old == nil {
      maps.orders[RecordKey.scope(of: key, depth: depth), default: InsertionOrder()].append(key, number: order)
      maps.nextOrder += 1
    }
    maps.given += (isGiven ? 1 : 0) - (old?.isGiven == true ? 1 : 0)
    if !maps.removed.isEmpty { maps.removed.remove(key) }
    maps.entries[key] = Entry(record: record, order: order, isGiven: isGiven)
    for (index, member) in uniqueMembers.enumerated() {
      if let value = record.member(member), !value.isNull { maps.keysByMember[index][value] = key }
    }
    return old?.record
  }

  /// Removes the record of a key; whether there was one, or one was taken to be there.
  @discardableResult mutating func remove(_ key: String) -> Bool {
    makeOwn()
    guard let old = maps.entries.removeValue(forKey: key) else {
      guard presumes(key) else { return false }
      maps.removed.insert(key)
      return true
    }
    unindex(key, old)
    let scope = RecordKey.scope(of: key, depth: depth)
    maps.orders[scope]?.remove(number: old.order)
    if maps.orders[scope]?.isEmpty == true { maps.orders[scope] = nil }
    if old.isGiven { maps.given -= 1 }
    if maps.isPresumed { maps.removed.insert(key) }
    return true
  }

  private mutating func unindex(_ key: String, _ old: Entry?) {
    guard let old = old?.record else { return }
    for (index, member) in uniqueMembers.enumerated() {
      guard let value = old.member(member), maps.keysByMember[index][value] == key else { continue }
      maps.keysByMember[index][value] = nil
    }
  }
}
