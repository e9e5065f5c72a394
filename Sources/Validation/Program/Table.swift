/// Rows in memory of their own, read without a bounds check or a reference count.
///
/// A verdict reads several rows for each value of a body; an array would cost it a check and often a retain for each.
/// Whoever makes a table gives it back with ``deallocate()``; ``Program`` does both.
struct Table<Row: Sendable>: @unchecked Sendable {
  // Written in `init` only, which is why many threads may read it.
  private let address: UnsafeMutablePointer<Row>
  let count: Int

  init(_ rows: [Row]) {
    address = UnsafeMutablePointer<Row>.allocate(capacity: max(1, rows.count))
    address.initialize(from: rows, count: rows.count)
    count = rows.count
  }

  /// The rows, copied.
  var rows: [Row] { Array(UnsafeBufferPointer(start: address, count: count)) }

  func deallocate() {
    address.deinitialize(count: count)
    address.deallocate()
  }

  @inline(__always)
  subscript(index: Int) -> Row {
    assert(index >= 0 && index < count, "row \(index) of \(count)")
    return address[index]
  }

  @inline(__always)
  subscript(index: Int32) -> Row { self[Int(index)] }

  @inline(__always)
  func pointer(to index: Int) -> UnsafePointer<Row> { UnsafePointer(address + index) }
}
