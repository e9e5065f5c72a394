internal import DoubletContracts

/// Why the bytes of a connection cannot be read on. The connection closes after the answer.
struct ReadFailure: Error, Hashable {
  enum Kind: Hashable {
    /// The bytes are no HTTP request: nothing of them can be an exchange.
    case unreadable
    /// The bytes speak another version of HTTP.
    case version
    /// The request line was read, and what follows is refused.
    case refused(ProblemKind)
  }

  var kind: Kind
  /// What is wrong, and with it what would be right.
  var reason: String

  static func unreadable(_ reason: String) -> ReadFailure { ReadFailure(kind: .unreadable, reason: reason) }
  static func malformed(_ reason: String) -> ReadFailure { ReadFailure(kind: .refused(.malformed), reason: reason) }
  static func refused(_ kind: ProblemKind, _ reason: String) -> ReadFailure {
    ReadFailure(kind: .refused(kind), reason: reason)
  }

  static let noRequest = unreadable("the bytes begin no HTTP request; one begins like GET / HTTP/1.1")
  static let noRequestLine = unreadable("a request line is METHOD TARGET VERSION, such as GET / HTTP/1.1")
  static let bareLineFeed = malformed("a line ends in LF alone; lines end in CR LF")
  static let headersTooLarge = refused(.headersTooLarge, "the header fields are larger than the server reads")
  static let uriTooLong = refused(.uriTooLong, "the request target is longer than the server reads")
  static let contentTooLarge = refused(.contentTooLarge, "the body is larger than the server reads")
  static let unfinished = malformed("the connection ended before the request did")
  static let timeout = refused(.requestTimeout, "the request took too long to arrive")
}
