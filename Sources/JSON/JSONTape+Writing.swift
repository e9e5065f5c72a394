extension JSONTape {
  /// The tape of the value that `write` writes. Most are small: these are written on the stack, and only what is kept of
  /// them is allocated.
  public init(writing write: (inout JSONTapeWriter) -> Void) {
    self = withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 1024) { text in
      withUnsafeTemporaryAllocation(of: Entry.self, capacity: 64) { entries in
        var writer = JSONTapeWriter(text: text, entries: entries)
        write(&writer)
        return writer.tape()
      }
    }
  }

  /// The tape of the value that `write` writes, of whose size something is known: it is written where it stays. A larger
  /// one is written all the same.
  public init(textCapacity: Int, entryCapacity: Int, writing write: (inout JSONTapeWriter) -> Void) {
    var entries: [Entry] = []
    var larger: (bytes: [UInt8]?, entries: [Entry]?) = (nil, nil)
    let bytes = [UInt8](unsafeUninitializedCapacity: max(1, textCapacity)) { text, length in
      entries = [Entry](unsafeUninitializedCapacity: max(1, entryCapacity)) { memory, count in
        var writer = JSONTapeWriter(text: text, entries: memory)
        write(&writer)
        if writer.text.isOwner { larger.bytes = writer.text.bytes } else { length = writer.text.count }
        if writer.entries.isOwner { larger.entries = writer.entries.array } else { count = writer.entries.count }
      }
    }
    // Text is kept for long: where much less was written than there was room for, the room is given back.
    let text = larger.bytes ?? (textCapacity - bytes.count > 256 ? bytes.withUnsafeBufferPointer { Array($0) } : bytes)
    self.init(bytes: text, entries: larger.entries ?? entries)
  }

  /// The tape of a tree's text.
  public init(of value: JSON) { self.init { $0.append(value) } }

  /// The tape of a text whose entries are known.
  init(bytes: [UInt8], entries: [Entry]) {
    self.bytes = bytes
    self.entries = entries
  }
}

extension JSONTapeWriter {
  /// The text of the value that `write` writes, of whose size something is known: it is written where it stays. Its tape
  /// does not stay: `write` may look at it once everything is written (``withUnsafeCursor(_:)``).
  public static func text(capacity: Int, writing write: (inout JSONTapeWriter) -> Void) -> [UInt8] {
    withUnsafeTemporaryAllocation(of: JSONTape.Entry.self, capacity: 64) { entries in
      var larger: [UInt8]?
      let text = [UInt8](unsafeUninitializedCapacity: max(1, capacity)) { text, length in
        var writer = JSONTapeWriter(text: text, entries: entries)
        write(&writer)
        if writer.text.isOwner { larger = writer.text.bytes } else { length = writer.text.count }
      }
      return larger ?? text
    }
  }

  /// Lends a cursor on the value that was written, which is whole.
  public borrowing func withUnsafeCursor<R>(_ body: (JSONCursor) -> R) -> R {
    body(JSONCursor(bytes: text.start, entries: entries.start, index: 0))
  }
}
