import DoubletJSON

extension JSONCursor {
  /// Up to this many elements are compared in pairs.
  private static var pairLimit: Int { 12 }

  /// The first element of an array that is equal to an earlier one, with that one; nothing if all differ.
  ///
  /// Many elements are brought in the order of their hashes, and only those of equal hash are compared. `Hasher` has a
  /// seed of its own in each process, so that nobody can choose elements to collide.
  func firstRepetition() -> (first: Int, second: Int)? {
    count <= Self.pairLimit ? firstRepetitionByPairs() : firstRepetitionByHash()
  }

  private func firstRepetitionByPairs() -> (first: Int, second: Int)? {
    guard count > 1 else { return nil }
    var later = firstChild.nextSibling
    for second in 1..<count {
      var earlier = firstChild
      for first in 0..<second {
        if earlier.isEqual(to: later) { return (first, second) }
        earlier = earlier.nextSibling
      }
      later = later.nextSibling
    }
    return nil
  }

  private struct Hashed {
    let hash: Int
    let position: Int
    let index: Int
  }

  private func firstRepetitionByHash() -> (first: Int, second: Int)? {
    withUnsafeTemporaryAllocation(of: Hashed.self, capacity: count) { hashed in
      var element = firstChild
      for position in 0..<count {
        hashed.initializeElement(
          at: position,
          to: Hashed(hash: element.canonicalHash, position: position, index: element.index)
        )
        element = element.nextSibling
      }
      var sorted = hashed
      sorted.sort { ($0.hash, $0.position) < ($1.hash, $1.position) }
      var found: (first: Int, second: Int)?
      for place in 1..<count {
        var earlier = place - 1
        while earlier >= 0, hashed[earlier].hash == hashed[place].hash {
          if at(hashed[earlier].index).isEqual(to: at(hashed[place].index)) {
            let pair = (hashed[earlier].position, hashed[place].position)
            if found == nil || pair.1 < found?.second ?? .max { found = pair }
            break
          }
          earlier -= 1
        }
      }
      return found
    }
  }

  /// A hash that is the same for all ways to write the same value.
  var canonicalHash: Int {
    var hasher = Hasher()
    hashCanonically(into: &hasher)
    return hasher.finalize()
  }

  private func hashCanonically(into hasher: inout Hasher) {
    hasher.combine(kind.rawValue)
    switch kind {
    case .null: break
    case .boolean: hasher.combine(isTrue)
    case .number: hasher.combine(number.number)
    case .string: hashCharacters(into: &hasher)
    case .array:
      hasher.combine(count)
      forEachElement { $0.hashCanonically(into: &hasher) }
    case .object: hashMembers(into: &hasher)
    }
  }

  private func hashCharacters(into hasher: inout Hasher) {
    withCharacters { characters in
      hasher.combine(characters.count)
      hasher.combine(bytes: UnsafeRawBufferPointer(characters))
    }
  }

  /// The members' hashes are added up, so that their order does not matter.
  private func hashMembers(into hasher: inout Hasher) {
    guard !entry.hasDuplicateKeys else {
      // The last of equal keys wins, as in the tree.
      JSONTape(of: tree).withUnsafeCursor { $0.hashMembers(into: &hasher) }
      return
    }
    var sum = 0
    forEachMember { key, value in
      var member = Hasher()
      key.hashCharacters(into: &member)
      value.hashCanonically(into: &member)
      sum &+= member.finalize()
    }
    hasher.combine(sum)
  }
}
