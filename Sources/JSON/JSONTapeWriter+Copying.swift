/// What stands in another text and tape, copied as it is there: text and entries in one go each.
extension JSONTapeWriter {
  /// Appends members of an object as they are written there, blanks included: `count` of them, from a key on. None of
  /// their keys may be in the object that is open.
  public mutating func append(_ count: Int, membersFrom key: JSONCursor) {
    guard count > 0 else { return }
    if self.count > 0 { text.append(Byte.comma) }
    self.count &+= count
    var last = key.nextSibling
    for _ in 1..<count { last = last.nextSibling.nextSibling }
    append(entries: key.index..<Int(last.entry.next), to: last.source, of: key)
  }

  /// Appends a value as it is written, blanks included.
  public mutating func append(asWritten value: JSONCursor) {
    separate()
    append(entries: value.index..<Int(value.entry.next), to: value.source, of: value)
  }

  /// Appends the text of a value of which nothing else is known. In the tape it is `null`: what reads the tape must know
  /// by itself what the value is.
  public mutating func append(text value: UnsafeBufferPointer<UInt8>) {
    separate()
    let start = text.count
    text.append(value)
    entries.append(start: start, end: text.count, kind: .null)
  }

  /// Copies a run of entries and their text, which begins with that of `first` and ends with that of `last`.
  private mutating func append(
    entries run: Range<Int>,
    to last: UnsafeBufferPointer<UInt8>,
    of first: JSONCursor
  ) {
    guard let start = first.source.baseAddress, let end = last.baseAddress.map({ $0 + last.count }) else { return }
    let textShift = UInt32(truncatingIfNeeded: text.count &- (start - first.bytes))
    let entryShift = UInt32(truncatingIfNeeded: entries.count &- run.lowerBound)
    text.append(UnsafeBufferPointer(start: start, count: end - start))
    for index in run { entries.append(first.entries[index].shifted(text: textShift, entries: entryShift)) }
  }
}
