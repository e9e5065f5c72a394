/// A request as it arrived. Bodies are whole: chunking, `Expect` and limits are the server's.
public struct Request: Sendable {
  /// The method in its own case (RFC 9110: methods are case-sensitive): `GET`.
  public var method: String
  /// The request target as sent, in origin form (`/path?query`) or absolute form (`http://host/path?query`).
  public var target: String
  /// The header fields.
  public var headers: Headers
  /// The body; empty where there is none.
  public var body: [UInt8]

  /// A request.
  public init(_ method: String, _ target: String, headers: Headers = Headers(), body: [UInt8] = []) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }
}
