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

  /// Whether its header fields and body stand at the same place in memory as another one's, and so are the same.
  func isSame(as other: Answer) -> Bool {
    status == other.status && headers.isSame(as: other.headers) && body.isSame(as: other.body)
  }

  /// The body as text.
  public var text: String { String(decoding: body, as: UTF8.self) }

  /// The body as JSON, or nil where it is none.
  public var json: JSON? { try? JSON(parsing: body) }
}

extension Array {
  /// Whether it has its elements at the same place in memory as another one. Nobody writes them while both are there.
  func isSame(as other: [Element]) -> Bool {
    withUnsafeBufferPointer { own in
      other.withUnsafeBufferPointer { own.baseAddress == $0.baseAddress && own.count == $0.count }
    }
  }
}
