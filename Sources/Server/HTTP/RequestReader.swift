internal import DoubletContracts
internal import DoubletEngine
internal import NIOCore

/// A request off the wire, with what its answer needs to know.
struct IncomingRequest {
  var request: Request
  /// Whether the client wants the connection kept.
  var keepsAlive: Bool
  /// Whether a kept connection is news to the client (HTTP/1.0).
  var isOldVersion: Bool
  var hasOrigin: Bool
}

/// Takes requests, one at a time, from the bytes of a connection.
struct RequestReader {
  enum Event {
    /// There is no whole request yet.
    case needsMore
    /// The client waits for `100 Continue` before it sends the body; the body is welcome.
    case expectsContinue
    case request(IncomingRequest)
    /// The bytes cannot be read on. Without a request line there is no request.
    case failed(ReadFailure, IncomingRequest?)
  }

  private enum State {
    case head
    case body(remaining: Int)
    case chunks(ChunkedBody)
    /// Nothing is read any more.
    case failed
  }

  let limits: ServerLimits
  private var state = State.head
  private var head = HeadReader()
  private var body: [UInt8] = []

  init(limits: ServerLimits) { self.limits = limits }

  /// Whether a part of a request has been taken.
  var isWithinRequest: Bool {
    switch state {
    case .head: head.taken > 0
    case .body, .chunks: true
    case .failed: false
    }
  }

  /// Takes the next request. The buffer keeps what belongs to later ones.
  mutating func next(_ buffer: inout ByteBuffer) -> Event {
    do throws(ReadFailure) {
      return try advance(&buffer)
    } catch {
      return fail(error)
    }
  }

  /// Gives up on the request that is being read.
  mutating func fail(_ failure: ReadFailure) -> Event {
    let read = head.line == nil ? nil : takeRequest()
    state = .failed
    return .failed(failure, read)
  }

  private mutating func advance(_ buffer: inout ByteBuffer) throws(ReadFailure) -> Event {
    if case .head = state {
      guard buffer.readableBytes > 0 else { return .needsMore }
      guard try head.read(&buffer, limits: limits) else { return .needsMore }
      let framing = try head.facts.framing(minorVersion: head.line?.minorVersion ?? 1, limits: limits)
      switch framing {
      case .none: return .request(takeRequest())
      case .length(let count): state = .body(remaining: count)
      case .chunked: state = .chunks(ChunkedBody())
      }
      if head.facts.expectsContinue, head.line?.minorVersion != 0, buffer.readableBytes == 0 {
        return .expectsContinue
      }
    }
    return try takeBody(&buffer) ? .request(takeRequest()) : .needsMore
  }

  private mutating func takeBody(_ buffer: inout ByteBuffer) throws(ReadFailure) -> Bool {
    switch state {
    case .body(let remaining):
      let count = min(remaining, buffer.readableBytes)
      if body.isEmpty {
        body = buffer.readBytes(length: count) ?? []
      } else {
        buffer.withUnsafeReadableBytes { body.append(contentsOf: $0.prefix(count)) }
        buffer.moveReaderIndex(forwardBy: count)
      }
      state = .body(remaining: remaining - count)
      return count == remaining
    case .chunks(var chunks):
      // Taken out of the state and put back: a failure ends the reader anyway.
      let whole = try chunks.read(&buffer, into: &body, limits: limits)
      state = .chunks(chunks)
      return whole
    case .head, .failed: return false
    }
  }

  /// The request that was read, whole or not; the reader is at the start of the next one.
  private mutating func takeRequest() -> IncomingRequest {
    let line = head.line ?? RequestLine(method: "", target: "")
    let facts = head.facts
    let incoming = IncomingRequest(
      request: Request(line.method, line.target, headers: head.headers, body: body),
      keepsAlive: line.minorVersion == 0 ? facts.keepsAlive && !facts.closes : !facts.closes,
      isOldVersion: line.minorVersion == 0,
      hasOrigin: facts.hasOrigin
    )
    state = .head
    head = HeadReader()
    body = []
    return incoming
  }
}
