import DoubletJSON

/// Writes values one behind the other into a page, as ``JournalReader`` reads them. What has no room is counted only.
struct JournalWriter {
  private let memory: UnsafeMutableRawPointer?
  private let room: Int
  /// Bytes that everything takes.
  private(set) var count = 0

  /// Counts only.
  init() { (memory, room) = (nil, 0) }

  /// Writes into memory with room for so many bytes.
  init(_ memory: UnsafeMutableRawPointer, room: Int) { (self.memory, self.room) = (memory, room) }

  /// Whether everything had room.
  var isWhole: Bool { count <= room }

  /// Appends a value as it stands in memory.
  @inline(__always)
  mutating func append<Value: BitwiseCopyable>(_ value: Value) {
    let place = count
    count += MemoryLayout<Value>.size
    guard count <= room, let memory else { return }
    (memory + place).storeBytes(of: value, as: Value.self)
  }

  /// Appends a number from 0 on: seven bits a byte, the lowest first.
  @inline(__always)
  mutating func append(length: Int) {
    var rest = length
    while rest >= 0x80 {
      append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a text.
  mutating func append(_ text: String) { withUTF8(of: text) { append(counted: UnsafeRawBufferPointer($0)) } }

  /// Appends a text that may be missing.
  mutating func append(optional text: String?) {
    append(text != nil)
    if let text { append(text) }
  }

  /// Appends bytes.
  mutating func append(_ bytes: [UInt8]) { bytes.withUnsafeBytes { append(counted: $0) } }

  /// Appends header fields.
  mutating func append(_ headers: Headers) {
    append(length: headers.count)
    headers.forEachField { name, value in
      append(name)
      append(value)
    }
  }

  private mutating func append(counted bytes: UnsafeRawBufferPointer) {
    append(length: bytes.count)
    let place = count
    count += bytes.count
    guard count <= room, let memory, let start = bytes.baseAddress else { return }
    (memory + place).copyMemory(from: start, byteCount: bytes.count)
  }
}
