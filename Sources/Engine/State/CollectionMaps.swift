import DoubletJSON
import HashTreeCollections

extension Collection {
  /// What a collection holds. A copy of it shares what the maps hold, as persistent maps do.
  ///
  /// Its members are written only by a collection that has made sure that no other one refers to it (`makeOwn`): no
  /// sandbox reads what another one writes. So neither the compiler nor the program needs to watch over them.
  final class Maps: Sendable {
    // What finds a record stands first, beside the reference itself.
    @exclusivity(unchecked) nonisolated(unsafe) var entries: TreeDictionary<String, Entry> = [:]
    /// How many records were put there from outside.
    @exclusivity(unchecked) nonisolated(unsafe) var given = 0
    let uniqueMembers: [String]
    let isPresumed: Bool
    /// The keys of records that were taken to be there, and were deleted.
    @exclusivity(unchecked) nonisolated(unsafe) var removed: TreeSet<String> = []
    /// The order of the records of each parent; those that have none are all under the empty text.
    @exclusivity(unchecked) nonisolated(unsafe) var orders: TreeDictionary<String, InsertionOrder> = [:]
    @exclusivity(unchecked) nonisolated(unsafe) var nextOrder = 0
    /// The lowest number that was no record's id yet.
    @exclusivity(unchecked) nonisolated(unsafe) var nextNumber = 1
    /// For each of the unique members, the key of the record that has a value.
    @exclusivity(unchecked) nonisolated(unsafe) var keysByMember: [TreeDictionary<JSON, String>]
    let depth: Int

    init(unique: [String], depth: Int, isPresumed: Bool) {
      uniqueMembers = unique
      self.depth = depth
      self.isPresumed = isPresumed
      keysByMember = unique.map { _ in [:] }
    }

    /// A copy of others.
    init(_ other: Maps) {
      (entries, given, removed, orders) = (other.entries, other.given, other.removed, other.orders)
      (nextOrder, nextNumber, keysByMember) = (other.nextOrder, other.nextNumber, other.keysByMember)
      (uniqueMembers, depth, isPresumed) = (other.uniqueMembers, other.depth, other.isPresumed)
    }
  }
}
