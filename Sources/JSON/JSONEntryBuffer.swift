/// The memory that entries are appended to: first what was lent, later, if that was too little, its own.
struct JSONEntryBuffer {
  private(set) var start: UnsafeMutablePointer<JSONTape.Entry>
  private(set) var count = 0
  private var capacity: Int
  private(set) var isOwner = false

  init(start: UnsafeMutablePointer<JSONTape.Entry>, capacity: Int) {
    self.start = start
    self.capacity = capacity
  }

  init(borrowing memory: UnsafeMutableBufferPointer<JSONTape.Entry>) {
    // Memory that somebody wants written to is not empty, so it has an address.
    self.init(start: memory.baseAddress!, capacity: memory.count)
  }

  /// The entries in an array of exactly their size.
  var array: [JSONTape.Entry] { Array(UnsafeBufferPointer(start: start, count: count)) }

  // No bounds check: the parser only asks for entries that it appended.
  subscript(index: Int) -> JSONTape.Entry {
    @inline(__always) get { start[index] }
    @inline(__always) set { start[index] = newValue }
  }

  @inline(__always)
  mutating func append(_ entry: JSONTape.Entry) {
    if count == capacity { grow() }
    (start + count).initialize(to: entry)
    count &+= 1
  }

  /// Appends a value without children.
  @inline(__always)
  mutating func append(start: Int, end: Int, kind: JSONKind, flags: UInt32 = 0) {
    append(
      JSONTape.Entry(
        start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end),
        next: UInt32(truncatingIfNeeded: count &+ 1),
        kind: kind,
        flags: flags
      )
    )
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<JSONTape.Entry>.allocate(capacity: capacity * 2)
    larger.initialize(from: start, count: count)
    deallocate()
    (start, capacity, isOwner) = (larger, capacity * 2, true)
  }

  func deallocate() {
    if isOwner { start.deallocate() }
  }
}
