extension JSONCursor {
  /// Lends a cursor on a string that stands in no text, such as a parameter as it was sent. Nothing is allocated.
  ///
  /// The string's bytes are its characters: it has no quotes around it, so ``source`` must not be asked for.
  public static func withString(_ string: String, _ body: (JSONCursor) -> Bool) -> Bool {
    withUTF8(of: string) { utf8 in
      let entry = JSONTape.Entry(
        start: 0,
        end: UInt32(utf8.count),
        next: 1,
        kind: .string,
        flags: utf8.allSatisfy { $0 < 0x80 } ? JSONTape.Entry.asciiFlag : 0
      )
      return withUnsafePointer(to: entry) { entries in
        withUnsafePointer(to: UInt8(0)) { nothing in
          body(JSONCursor(bytes: utf8.baseAddress ?? nothing, entries: entries, index: 0))
        }
      }
    }
  }

  @usableFromInline
  var stringBytes: JSONStringBytes { JSONStringBytes(token: utf8, isEscaped: entry.isEscaped) }

  /// The characters of a string or key, decoded. Only for a string.
  public var string: String { stringBytes.string }

  /// The number of code points of a string or key, decoded, without an allocation. Only for a string.
  ///
  /// These are the "characters" that JSON Schema's `minLength` and `maxLength` count.
  @inlinable public var unicodeScalarCount: Int {
    let entry = entry
    if entry.isASCII, !entry.isEscaped { return Int(entry.end &- entry.start) }
    return stringBytes.unicodeScalarCount
  }

  /// Whether the string or key stands for exactly the characters of `other`, given in UTF-8. Only for a string.
  @inlinable @inline(__always)
  public func isString(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let entry = entry
    if entry.isEscaped { return isEscapedString(other) }
    return Int(entry.end &- entry.start) == other.count && areEqual(utf8, other)
  }

  /// Whether the string or key stands for exactly the characters of `other`. Only for a string.
  public func isString(_ other: String) -> Bool {
    withUTF8(of: other) { isString($0) }
  }

  @usableFromInline
  func isEscapedString(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    stringBytes.isEqual(to: JSONStringBytes(token: other, isEscaped: false))
  }
}
