public import DoubletJSON
import HashTreeCollections
import Synchronization

/// The records of one resource in one sandbox. The maps are persistent: a copy shares everything with its original until
/// one of them is written, and then all but the path to the written record.
public struct Collection: Sendable {
  /// A record and where it stands in the order of insertion.
  struct Entry: Sendable {
    var record: JSON
    var order: Int
    /// Tells this state of the record from every other one in the process: a copy of the collection keeps it, a write
    /// makes a new one.
    let version = Collection.versions.wrappingAdd(1, ordering: .relaxed).newValue
  }

  private static let versions = Atomic<Int>(0)

  private var entries: TreeDictionary<String, Entry> = [:]
  private var keysByMember: [TreeDictionary<String, String>]
  let uniqueMembers: [String]
  private var nextOrder = 0

  /// A collection without a record, in which the values of the `unique` members find a record too.
  init(unique: [String]) {
    uniqueMembers = unique
    keysByMember = unique.map { _ in [:] }
  }

  /// How many records there are.
  public var count: Int { entries.count }

  /// The record of a key.
  public subscript(key: String) -> JSON? { entries[key]?.record }

  /// The records with their keys in the order of insertion.
  public var all: [(key: String, record: JSON)] {
    entries.sorted { $0.value.order < $1.value.order }.map { ($0.key, $0.value.record) }
  }

  /// What tells the record of a key, as it is, from every other, and where it stands; nil where there is none.
  func state(of key: String) -> (version: Int, order: Int)? { entries[key].map { ($0.version, $0.order) } }

  /// The key of the record whose unique member has that value.
  func key(ofMember member: String, value: String) -> String? {
    guard let index = uniqueMembers.firstIndex(of: member) else { return nil }
    return keysByMember[index][value]
  }

  /// Keeps a record: a new one after the others, one of a known key in that one's place.
  mutating func keep(_ record: JSON, key: String) {
    unindex(key)
    let order = entries[key]?.order ?? nextOrder
    nextOrder = max(nextOrder, order + 1)
    entries[key] = Entry(record: record, order: order)
    for (index, member) in uniqueMembers.enumerated() {
      if let value = Collection.text(record[member]) { keysByMember[index][value] = key }
    }
  }

  /// Removes the record of a key; whether there was one.
  @discardableResult mutating func remove(_ key: String) -> Bool {
    unindex(key)
    return entries.removeValue(forKey: key) != nil
  }

  private mutating func unindex(_ key: String) {
    guard let old = entries[key]?.record else { return }
    for (index, member) in uniqueMembers.enumerated() {
      guard let value = Collection.text(old[member]), keysByMember[index][value] == key else { continue }
      keysByMember[index][value] = nil
    }
  }

  private static func text(_ value: JSON?) -> String? {
    switch value {
    case .string(let text): text
    case .number(let number): number.text
    default: nil
    }
  }
}
