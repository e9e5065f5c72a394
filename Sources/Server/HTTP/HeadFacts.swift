internal import DoubletContracts

/// How the end of a body is found.
enum BodyFraming: Hashable {
  case none
  case length(Int)
  case chunked
}

/// What the header fields say about the message itself, noted while they are read.
struct HeadFacts {
  private var hosts = 0
  private var contentLength: Int?
  private var isChunked = false
  private(set) var closes = false
  private(set) var keepsAlive = false
  private(set) var expectsContinue = false
  private(set) var hasOrigin = false
  /// The first thing that is wrong with the framing: it is told when the whole head has been read.
  private var failure: ReadFailure?

  mutating func note(_ name: UnsafeRawBufferPointer, _ value: UnsafeRawBufferPointer) {
    switch name.count {
    case 4 where name.isName("host"): noteHost(value)
    case 6 where name.isName("expect"): expectsContinue = value.isName("100-continue")
    case 6 where name.isName("origin"): hasOrigin = true
    case 10 where name.isName("connection"): noteConnection(value)
    case 14 where name.isName("content-length"): noteLength(value)
    case 17 where name.isName("transfer-encoding"): noteCoding(value)
    default: break
    }
  }

  /// How the body ends, once the head is whole (RFC 9112, section 6.3).
  func framing(minorVersion: Int, limits: ServerLimits) throws(ReadFailure) -> BodyFraming {
    if let failure { throw failure }
    if hosts == 0, minorVersion > 0 { throw .malformed("a request has a Host field") }
    if isChunked {
      if contentLength != nil { throw .malformed("a request has Content-Length or Transfer-Encoding, not both") }
      if minorVersion == 0 { throw .malformed("HTTP/1.0 has no Transfer-Encoding") }
      return .chunked
    }
    guard let contentLength, contentLength > 0 else { return .none }
    guard contentLength <= limits.bodyBytes else { throw .contentTooLarge }
    return .length(contentLength)
  }

  private mutating func noteHost(_ value: UnsafeRawBufferPointer) {
    hosts += 1
    if hosts > 1 { fail("a request has one Host field, not several") }
    if !value.allSatisfy(\.isHostByte) { fail("the Host field holds no host") }
  }

  private mutating func noteConnection(_ value: UnsafeRawBufferPointer) {
    value.listMembers { option in
      if option.isName("close") { closes = true }
      if option.isName("keep-alive") { keepsAlive = true }
    }
  }

  private mutating func noteLength(_ value: UnsafeRawBufferPointer) {
    if contentLength != nil { fail("a request has one Content-Length, not several") }
    guard value.count > 0, value.allSatisfy({ (0x30...0x39).contains($0) }) else {
      return fail("Content-Length is a number in decimal digits")
    }
    contentLength = Int(value.text) ?? .max
  }

  private mutating func noteCoding(_ value: UnsafeRawBufferPointer) {
    if isChunked { fail("a body is chunked once") }
    isChunked = true
    if !value.isName("chunked") { fail("the only transfer coding that is read here is chunked") }
  }

  private mutating func fail(_ reason: String) {
    if failure == nil { failure = .malformed(reason) }
  }
}
