internal import NIOCore

/// Reads a chunked body (RFC 9112, section 7.1). Extensions and trailers are read and dropped.
struct ChunkedBody {
  private enum State {
    /// The line with the next chunk's size.
    case size
    /// The rest of a chunk.
    case data(Int)
    /// The line end after a chunk.
    case dataEnd
    /// Trailer fields, up to an empty line.
    case trailers
  }

  private var state = State.size
  /// Bytes of extensions and trailers: they count as header bytes, so that they end.
  private var overhead = 0
  /// Bytes of the unfinished line that hold no line feed.
  private var scanned = 0

  /// Takes what there is of the body. True when it is whole.
  mutating func read(
    _ buffer: inout ByteBuffer,
    into body: inout [UInt8],
    limits: ServerLimits
  ) throws(ReadFailure) -> Bool {
    while true {
      switch state {
      case .data(let remaining):
        let count = min(remaining, buffer.readableBytes)
        guard body.count + count <= limits.bodyBytes else { throw .contentTooLarge }
        buffer.withUnsafeReadableBytes { body.append(contentsOf: $0.prefix(count)) }
        buffer.moveReaderIndex(forwardBy: count)
        guard count == remaining else {
          state = .data(remaining - count)
          return false
        }
        state = .dataEnd
      case .size, .dataEnd, .trailers:
        guard let line = try takeLine(&buffer, limits: limits) else { return false }
        if try take(line, size: body.count, limits: limits) { return true }
      }
    }
  }

  private mutating func take(_ line: ByteBufferView, size: Int, limits: ServerLimits) throws(ReadFailure) -> Bool {
    switch state {
    case .size:
      let (chunk, extensions) = try ChunkedBody.size(line)
      overhead += extensions
      guard chunk <= limits.bodyBytes - size else { throw .contentTooLarge }
      state = chunk == 0 ? .trailers : .data(chunk)
    case .dataEnd:
      guard line.isEmpty else { throw .malformed("a chunk is longer than its size says") }
      state = .size
    case .trailers:
      if line.isEmpty { return true }
      overhead += line.count + 2
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), line[..<colon].allSatisfy(\.isTokenByte) else {
        throw .malformed("a trailer field is NAME: VALUE")
      }
    case .data: break
    }
    guard overhead <= limits.headerBytes else { throw .headersTooLarge }
    return false
  }

  /// The size of a chunk, and how many bytes of its line say something else.
  private static func size(_ line: ByteBufferView) throws(ReadFailure) -> (Int, extensions: Int) {
    var size = 0
    let digits = line.prefix { $0.hexadecimalValue != nil }
    guard (1...15).contains(digits.count) else { throw .malformed("a chunk begins with its size in hexadecimal") }
    for digit in digits { size = size << 4 | (digit.hexadecimalValue ?? 0) }
    let rest = line[digits.endIndex...].drop { $0 == 0x20 || $0 == 0x09 }
    guard rest.isEmpty || rest.first == UInt8(ascii: ";"), rest.allSatisfy(\.isFieldByte) else {
      throw .malformed("a chunk begins with its size in hexadecimal")
    }
    return (size, rest.count)
  }

  /// The next line without its CR LF, or nil where it has not ended.
  private mutating func takeLine(
    _ buffer: inout ByteBuffer,
    limits: ServerLimits
  ) throws(ReadFailure) -> ByteBufferView? {
    guard let end = buffer.withUnsafeReadableBytes({ $0.lineFeed(from: scanned) }) else {
      scanned = buffer.readableBytes
      guard overhead + scanned <= limits.headerBytes else { throw .headersTooLarge }
      return nil
    }
    scanned = 0
    let line = buffer.readableBytesView.prefix(end)
    buffer.moveReaderIndex(forwardBy: end + 1)
    guard line.last == 0x0D else { throw .bareLineFeed }
    return line.dropLast()
  }
}
