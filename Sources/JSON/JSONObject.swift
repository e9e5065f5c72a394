/// The members of an object in the order of the text, each key once.
///
/// Keys are compared by code points. Up to sixteen members are searched in order; from there on a table finds them.
public struct JSONObject: Sendable {
  private static var scanLimit: Int { 16 }

  /// The keys in order.
  public private(set) var keys: [String]

  /// The values in order.
  public private(set) var values: [JSON]

  /// The position of each key; empty while there are few.
  private var positions: [JSONKey: Int] = [:]

  /// An object without members.
  public init() { (keys, values) = ([], []) }

  /// An object with members in order. The last of two equal keys wins, in the place of the first.
  public init(_ members: [(String, JSON)]) {
    self.init()
    reserveCapacity(members.count)
    for (key, value) in members { self[key] = value }
  }

  /// The number of members.
  public var count: Int { keys.count }

  /// Whether there are no members.
  public var isEmpty: Bool { keys.isEmpty }

  /// Whether there is a member with the key.
  public func contains(_ key: String) -> Bool { position(of: key) != nil }

  /// The value of the member with the key.
  ///
  /// Setting keeps the member's place, or appends a new member; setting nothing removes it.
  public subscript(key: String) -> JSON? {
    get { position(of: key).map { values[$0] } }
    set {
      guard let newValue else {
        removeValue(key)
        return
      }
      if let position = position(of: key) { values[position] = newValue } else { append(key, newValue) }
    }
  }

  /// Removes the member with the key and returns its value. O(members).
  @discardableResult
  public mutating func removeValue(_ key: String) -> JSON? {
    guard let position = position(of: key) else { return nil }
    keys.remove(at: position)
    positions = [:]
    indexIfLarge()
    return values.remove(at: position)
  }

  /// Makes room for members that are to come.
  public mutating func reserveCapacity(_ count: Int) {
    keys.reserveCapacity(count)
    values.reserveCapacity(count)
  }

  /// Appends a member whose key is known to be new: it is not looked for.
  public mutating func append(_ key: String, _ value: JSON) {
    keys.append(key)
    values.append(value)
    if positions.isEmpty { indexIfLarge() } else { positions[JSONKey(key)] = keys.count - 1 }
  }

  private mutating func indexIfLarge() {
    guard keys.count > Self.scanLimit else { return }
    for (position, key) in keys.enumerated() { positions[JSONKey(key)] = position }
  }

  private func position(of key: String) -> Int? {
    if positions.isEmpty {
      // Most keys differ in length already.
      let count = key.utf8.count
      return keys.firstIndex { $0.utf8.count == count && areSameCodePoints($0, key) }
    }
    return positions[JSONKey(key)]
  }
}

extension JSONObject: Sequence {
  /// A walk over the members in order.
  public struct Iterator: IteratorProtocol {
    fileprivate var members: Zip2Sequence<[String], [JSON]>.Iterator

    /// The next member.
    public mutating func next() -> (key: String, value: JSON)? {
      members.next().map { (key: $0.0, value: $0.1) }
    }
  }

  /// A walk over the members in order.
  public func makeIterator() -> Iterator { Iterator(members: zip(keys, values).makeIterator()) }
}

extension JSONObject: Hashable {
  /// Whether both have the same members, in any order.
  public static func == (first: JSONObject, second: JSONObject) -> Bool {
    guard first.count == second.count else { return false }
    for (position, key) in first.keys.enumerated() {
      // Most equal objects also have the same order.
      if areSameCodePoints(key, second.keys[position]) {
        guard first.values[position] == second.values[position] else { return false }
      } else {
        guard let other = second[key], first.values[position] == other else { return false }
      }
    }
    return true
  }

  /// Feeds the members so that their order does not matter.
  public func hash(into hasher: inout Hasher) {
    var sum = 0
    for (key, value) in zip(keys, values) {
      var member = Hasher()
      member.combine(JSONKey(key))
      member.combine(value)
      sum &+= member.finalize()
    }
    hasher.combine(sum)
  }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
  /// An object with its members in the order of the literal.
  public init(dictionaryLiteral elements: (String, JSON)...) { self.init(elements) }
}
