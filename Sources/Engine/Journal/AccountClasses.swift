/// The accounts of a budget by how much they hold, in classes: the most that an account of a class holds is less than an
/// eighth more than the least. An account that holds most, or nearly, is known at once, however many there are.
struct AccountClasses {
  private struct Place {
    /// The class; 0: the account holds nothing and is in none.
    var number = 0
    /// The accounts before and behind it in its class; -1: there is none.
    var before = -1
    var behind = -1
  }

  /// By account.
  private var places: [Place] = []
  /// The first and the last account of each class; -1: it has none.
  private var ends: [(first: Int, last: Int)] = []
  /// Every class above it is empty.
  private var highest = 0

  /// Puts an account into the class of what it holds now, behind the others where it comes new into it.
  mutating func put(_ account: Int, holding bytes: Int) {
    let number = Self.number(of: bytes)
    while places.count <= account { places.append(Place()) }
    guard places[account].number != number else { return }
    remove(account)
    if number > 0 { append(account, to: number) }
  }

  /// The first account of the highest class, which is the last one then: those that hold much the same take turns. Nil
  /// where none holds anything.
  mutating func fullest() -> Int? {
    while highest > 0, ends[highest].first < 0 { highest -= 1 }
    guard highest > 0 else { return nil }
    let account = ends[highest].first
    remove(account)
    append(account, to: highest)
    return account
  }

  private mutating func append(_ account: Int, to number: Int) {
    while ends.count <= number { ends.append((-1, -1)) }
    let last = ends[number].last
    places[account] = Place(number: number, before: last)
    if last < 0 { ends[number].first = account } else { places[last].behind = account }
    ends[number].last = account
    highest = max(highest, number)
  }

  private mutating func remove(_ account: Int) {
    let place = places[account]
    guard place.number > 0 else { return }
    if place.before < 0 { ends[place.number].first = place.behind } else { places[place.before].behind = place.behind }
    if place.behind < 0 { ends[place.number].last = place.before } else { places[place.behind].before = place.before }
    places[account] = Place()
  }

  /// The number of the class of so many bytes: eight for each power of two.
  private static func number(of bytes: Int) -> Int {
    guard bytes >= 8 else { return max(0, bytes) }
    let power = Int.bitWidth - 1 - bytes.leadingZeroBitCount
    return (power - 2) << 3 | (bytes >> (power - 3)) & 7
  }
}
