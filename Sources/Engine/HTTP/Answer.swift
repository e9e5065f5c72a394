public import DoubletJSON

/// An answer as the fake gives it. `Content-Length`, `Date` and `Connection` are the server's.
public struct Answer: Sendable, Hashable {
  /// The status.
  public var status: Int
  /// The header fields.
  public var headers: Headers
  /// The body. The answer to a HEAD request has the body that a GET would have; the server does not send it.
  public var body: [UInt8]

  /// An answer.
  public init(status: Int, headers: Headers = Headers(), body: [UInt8] = []) {
    self.status = status
    self.headers = headers
    self.body = body
  }

  /// The body as text.
  public var text: String { String(decoding: body, as: UTF8.self) }

  /// The body as JSON, or nil where it is none.
  public var json: JSON? { try? JSON(parsing: body) }
}
