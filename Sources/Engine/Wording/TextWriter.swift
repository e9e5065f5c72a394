import DoubletJSON

/// Joins texts whose length is known: one allocation, and no look at what was joined before.
struct TextWriter {
  private let memory: UnsafeMutableBufferPointer<UInt8>
  private(set) var count = 0

  fileprivate init(_ memory: UnsafeMutableBufferPointer<UInt8>) { self.memory = memory }

  /// Appends a text.
  mutating func append(_ text: String) { withUTF8(of: text) { append($0) } }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    precondition(memory.count - count >= bytes.count, "a text is longer than was said")
    guard let start = bytes.baseAddress, let end = memory.baseAddress else { return }
    (end + count).update(from: start, count: bytes.count)
    count += bytes.count
  }
}

extension String {
  /// The text that `write` writes, of at most so many bytes in UTF-8.
  init(byteCount: Int, writing write: (inout TextWriter) -> Void) {
    self.init(unsafeUninitializedCapacity: byteCount) { memory in
      var writer = TextWriter(memory)
      write(&writer)
      return writer.count
    }
  }
}
