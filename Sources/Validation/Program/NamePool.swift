import DoubletJSON

/// Names as bytes and hash tables over them, while a program is being made.
struct NamePool {
  private(set) var bytes: [UInt8] = []
  private(set) var rows: [NameRow] = []
  private(set) var meanings: [Int32] = []
  private(set) var tables: [NameTable] = []
  private(set) var slots: [NameSlot] = []

  init() {}

  /// The pool that a program's names were in.
  init(_ rows: ProgramRows) {
    bytes = rows.bytes.rows
    self.rows = rows.names.rows
    meanings = rows.meanings.rows
    tables = rows.nameTables.rows
    slots = rows.slots.rows
  }

  /// The names without those that stand before, compared by their bytes.
  static func unique(_ names: [String]) -> [String] {
    var seen: Set<[UInt8]> = []
    return names.filter { seen.insert(Array($0.utf8)).inserted }
  }

  mutating func append(_ names: [String]) {
    for name in names { append(name, meaning: 0) }
  }

  /// Adds a table of names, whose places are their positions, and returns its index; -1 where there is no name.
  @discardableResult
  mutating func table(_ names: [(name: String, meaning: Int32)]) -> Int32 {
    guard !names.isEmpty else { return -1 }
    // At most half of the slots are taken, so that a look-up ends soon.
    var size = 2
    while size < 2 * names.count { size *= 2 }
    let table = NameTable(
      start: Int32(slots.count),
      mask: Int32(size - 1),
      names: Int32(rows.count),
      count: Int32(names.count)
    )
    slots += repeatElement(.empty, count: size)
    for (place, entry) in names.enumerated() {
      append(entry.name, meaning: entry.meaning)
      insert(entry.name, place: Int32(place), into: table)
    }
    tables.append(table)
    return Int32(tables.count - 1)
  }

  private mutating func append(_ name: String, meaning: Int32) {
    rows.append(NameRow(start: Int32(bytes.count), count: Int32(name.utf8.count)))
    bytes += name.utf8
    meanings.append(meaning)
  }

  private mutating func insert(_ name: String, place: Int32, into table: NameTable) {
    let signature = NameSignature(name)
    var position = signature.hash & Int(table.mask)
    while slots[Int(table.start) + position].value >= 0 { position = (position + 1) & Int(table.mask) }
    slots[Int(table.start) + position] = NameSlot(signature: signature, value: place)
  }
}
