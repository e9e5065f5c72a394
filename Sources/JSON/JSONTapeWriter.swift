/// Writes a JSON text and its tape side by side: a value that is written so can be judged without being parsed.
///
/// The caller keeps the grammar: one value, whose objects have keys and values in turn and no key twice.
///
/// While an array or an object is open its entry holds what the parser's does: in `next` the container around it, in
/// `end` the number of values seen so far in that one.
public struct JSONTapeWriter: ~Copyable {
  var text: TextBuffer
  var entries: JSONEntryBuffer
  /// The entry of the container that is open, or -1.
  private var container = -1
  private var isObject = false
  var count = 0
  /// Where the characters of the string begin that is open, and the flags of its entry so far.
  private var stringStart = 0
  private var stringFlags: UInt32 = 0

  /// A writer that has written nothing, and may write into this memory first.
  init(text: UnsafeMutableBufferPointer<UInt8>, entries: UnsafeMutableBufferPointer<JSONTape.Entry>) {
    self.text = TextBuffer(borrowing: text)
    self.entries = JSONEntryBuffer(borrowing: entries)
  }

  deinit { entries.deallocate() }

  /// How many values and keys were written; the next one has that index in the tape.
  public var entryCount: Int { entries.count }

  /// How many bytes of text were written.
  public var textCount: Int { text.count }

  /// How many members or elements the object or array that is open has so far.
  public var childCount: Int { count }

  /// The tape of what was written, one whole value.
  borrowing func tape() -> JSONTape { JSONTape(bytes: text.bytes, entries: entries.array) }

  /// Appends a value.
  public mutating func append(_ value: JSON) {
    switch value {
    case .null: appendLiteral("null", .null)
    case .bool(let value): appendLiteral(value ? "true" : "false", .boolean, value ? JSONTape.Entry.trueFlag : 0)
    case .number(let number):
      separate()
      let start = text.count
      withUTF8(of: number.text) { text.append($0) }
      appendEntry(start, text.count, .number)
    case .string(let string): append(string)
    case .array(let elements):
      open(.array)
      for element in elements { append(element) }
      close()
    case .object(let object):
      open(.object)
      for position in 0..<object.count {
        append(key: object.keys[position])
        append(object.values[position])
      }
      close()
    }
  }

  /// Appends a parsed value, without the blanks in it.
  public mutating func append(_ value: JSONCursor) {
    switch value.kind {
    case .object:
      open(.object)
      value.forEachMember { key, member in
        append(key: key)
        append(member)
      }
      close()
    case .array:
      open(.array)
      value.forEachElement { append($0) }
      close()
    case .string:
      separate()
      copy(value)
    case .number, .boolean, .null:
      separate()
      let start = text.count
      text.append(value.utf8)
      appendEntry(start, text.count, value.kind, value.entry.isTrue ? JSONTape.Entry.trueFlag : 0)
    }
  }

  /// Appends a parsed key, which its value must follow.
  public mutating func append(key: JSONCursor) {
    if count > 0 { text.append(Byte.comma) }
    count &+= 1
    copy(key)
    text.append(Byte.colon)
  }

  /// Appends a string as it came; where it was escaped, with the fewest escapes.
  private mutating func copy(_ string: JSONCursor) {
    let entry = string.entry
    guard !entry.isEscaped else { return appendQuoted(string.string) }
    let start = text.count &+ 1
    text.append(string.source)
    appendEntry(start, text.count &- 1, .string, entry.isASCII ? JSONTape.Entry.asciiFlag : 0)
  }

  /// Appends a string.
  public mutating func append(_ string: String) {
    separate()
    appendQuoted(string)
  }

  /// Opens a string, which is then written piece by piece.
  public mutating func openString() {
    separate()
    text.append(Byte.quote)
    (stringStart, stringFlags) = (text.count, JSONTape.Entry.asciiFlag)
  }

  /// Appends a piece of the string that is open.
  public mutating func append(characters: String) {
    let flags = text.append(characters: characters)
    // A string is ASCII if all of its pieces are, and has escapes if one of them has.
    stringFlags = stringFlags & flags & JSONTape.Entry.asciiFlag | (stringFlags | flags) & JSONTape.Entry.escapedFlag
  }

  /// Closes the string that is open.
  public mutating func closeString() {
    appendEntry(stringStart, text.count, .string, stringFlags)
    text.append(Byte.quote)
  }

  /// Appends a key, which its value must follow.
  public mutating func append(key: String) {
    if count > 0 { text.append(Byte.comma) }
    count &+= 1
    appendQuoted(key)
    text.append(Byte.colon)
  }

  /// Opens an object or an array.
  public mutating func open(_ kind: JSONKind) {
    separate()
    let index = entries.count
    entries.append(
      .init(
        start: UInt32(truncatingIfNeeded: text.count),
        end: UInt32(truncatingIfNeeded: count),
        next: UInt32(truncatingIfNeeded: container &+ 1),
        kind: kind
      )
    )
    (container, isObject, count) = (index, kind == .object, 0)
    text.append(isObject ? Byte.openBrace : Byte.openBracket)
  }

  /// Closes the object or array that was opened last.
  public mutating func close() {
    text.append(isObject ? Byte.closeBrace : Byte.closeBracket)
    let open = entries[container]
    entries[container] = .init(
      start: open.start,
      end: UInt32(truncatingIfNeeded: text.count),
      next: UInt32(truncatingIfNeeded: entries.count),
      kind: open.kind,
      count: count
    )
    (container, count) = (Int(open.next) - 1, Int(open.end))
    isObject = container >= 0 && entries[container].kind == .object
  }

  /// Parts an element from the one before it; a member is parted by its key.
  @inline(__always)
  mutating func separate() {
    guard !isObject else { return }
    if count > 0 { text.append(Byte.comma) }
    count &+= 1
  }

  private mutating func appendLiteral(_ literal: StaticString, _ kind: JSONKind, _ flags: UInt32 = 0) {
    separate()
    let start = text.count
    text.append(literal)
    appendEntry(start, text.count, kind, flags)
  }

  private mutating func appendQuoted(_ string: String) {
    let start = text.count &+ 1
    let flags = text.append(quoted: string)
    appendEntry(start, text.count &- 1, .string, flags)
  }

  @inline(__always)
  private mutating func appendEntry(_ start: Int, _ end: Int, _ kind: JSONKind, _ flags: UInt32 = 0) {
    entries.append(
      .init(
        start: UInt32(truncatingIfNeeded: start),
        end: UInt32(truncatingIfNeeded: end),
        next: UInt32(truncatingIfNeeded: entries.count &+ 1),
        kind: kind,
        flags: flags
      )
    )
  }
}
