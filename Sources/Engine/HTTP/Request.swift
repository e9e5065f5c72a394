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

  /// How many bytes of a body a server reads, unless it is set up otherwise.
  public static let mostBodyBytes = 10 * 1024 * 1024

  /// A request.
  public init(_ method: String, _ target: String, headers: Headers = Headers(), body: [UInt8] = []) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
  }
}
