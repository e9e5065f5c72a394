internal import DoubletContracts
internal import DoubletEngine
internal import NIOCore

/// Reads the head of a request, line by line, from bytes that come in any pieces.
///
/// It is Doublet's own because the fake needs what a general decoder hides: methods in their own case, the part of a
/// refused head that was read, and requests taken from the socket's bytes one at a time (that is the back-pressure on
/// pipelining). It is strict: lines end in CR LF, no white space before a colon, no folded lines.
struct HeadReader {
  private(set) var line: RequestLine?
  private(set) var headers = Headers()
  private(set) var facts = HeadFacts()
  /// Bytes of the head that were taken so far.
  private(set) var taken = 0
  /// Lines that were taken so far, the empty ones before the request too.
  private var lines = 0
  /// Bytes of the unfinished line that hold no line feed.
  private var scanned = 0

  /// Takes what there is of a head. True when the head is whole, and the buffer begins with the body.
  mutating func read(_ buffer: inout ByteBuffer, limits: ServerLimits) throws(ReadFailure) -> Bool {
    var consumed = 0
    let whole = try buffer.withUnsafeReadableBytes { (bytes: UnsafeRawBufferPointer) throws(ReadFailure) -> Bool in
      while let end = bytes.lineFeed(from: consumed + scanned) {
        let line = bytes.bytes(consumed..<end)
        taken += end + 1 - consumed
        lines += 1
        scanned = 0
        consumed = end + 1
        if try take(line, limits: limits) { return true }
      }
      scanned = bytes.count - consumed
      try checkUnfinished(bytes.bytes(consumed..<bytes.count), limits: limits)
      return false
    }
    buffer.moveReaderIndex(forwardBy: consumed)
    return whole
  }

  /// Takes a line that ends before its LF. True for the empty line that ends the head.
  private mutating func take(_ line: UnsafeRawBufferPointer, limits: ServerLimits) throws(ReadFailure) -> Bool {
    guard line.last == 0x0D else {
      if self.line == nil, !line.isEmpty { self.line = try? RequestLine(line) }
      let reason = "line \(lines) ends in LF alone; lines end in CR LF"
      throw self.line == nil ? .unreadable(reason) : .malformed(reason)
    }
    let line = line.bytes(0..<line.count - 1)
    if self.line != nil {
      if taken > limits.headerBytes { throw .headersTooLarge }
      if line.isEmpty { return true }
      try takeField(line)
    } else if !line.isEmpty {
      // Empty lines before a request are skipped (RFC 9112, section 2.2).
      try takeRequestLine(line, limits: limits)
    } else if taken > limits.headerBytes {
      throw .noRequest
    }
    return false
  }

  private mutating func takeRequestLine(
    _ bytes: UnsafeRawBufferPointer,
    limits: ServerLimits
  ) throws(ReadFailure) {
    if let cut = try RequestLine.check(unfinished: bytes, targetBytes: limits.targetBytes) {
      line = cut
      throw .uriTooLong
    }
    let line = try RequestLine(bytes)
    self.line = line
    guard line.hasProperTarget else { throw .malformed("a request target is a path, or http:// with host and path") }
  }

  private mutating func takeField(_ line: UnsafeRawBufferPointer) throws(ReadFailure) {
    guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > 0 else {
      throw .malformed("line \(lines): a header field is NAME: VALUE")
    }
    let name = line.bytes(0..<colon)
    // A leading space (a folded line) and a space before the colon are no token either.
    guard name.isToken else {
      throw .malformed("line \(lines): the name of a header field is a token, and its colon follows at once")
    }
    let value = line.bytes(colon + 1..<line.count).trimmed
    guard value.allSatisfy(\.isFieldByte) else {
      throw .malformed("line \(lines): the value of a header field holds no control characters")
    }
    headers.append(name.text, value.fieldValue)
    facts.note(name, value)
  }

  private mutating func checkUnfinished(
    _ rest: UnsafeRawBufferPointer,
    limits: ServerLimits
  ) throws(ReadFailure) {
    if line == nil, !rest.isEmpty, rest.first != 0x0D {
      line = try RequestLine.check(unfinished: rest, targetBytes: limits.targetBytes)
      if line != nil { throw .uriTooLong }
    }
    guard taken + rest.count > limits.headerBytes else { return }
    throw line == nil ? .noRequest : .headersTooLarge
  }
}
