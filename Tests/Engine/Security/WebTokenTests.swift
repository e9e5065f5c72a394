import DoubletEngine
import DoubletJSON
import Testing

@Suite struct WebTokenTests {
  private static let document = """
    openapi: 3.1.0
    info: {title: Doors, version: '1'}
    x-doublet: {name: doors}
    paths:
      /read: {get: {operationId: Read, security: [{T: [read]}], responses: &ok {'204': {description: d}}}}
      /write: {get: {operationId: Write, security: [{T: [read, write]}, {J: [admin]}], responses: *ok}}
      /any: {get: {operationId: Any, security: [{J: []}], responses: *ok}}
      /key: {get: {operationId: Key, security: [{K: [admin]}], responses: *ok}}
      /basic: {get: {operationId: Basic, security: [{B: []}], responses: *ok}}
    components:
      securitySchemes:
        T: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://t.test', scopes: {write: w, read: r}}}}
        J: {type: http, scheme: bearer}
        K: {type: apiKey, in: header, name: X-Key}
        B: {type: http, scheme: basic}
    """

  private func exchange(_ path: String, _ headers: Headers, credentials: JSON = []) throws -> Exchange {
    let fake = try Fake(
      Self.document,
      as: ["description": "d", "clock": "2026-01-31T12:00:00Z", "credentials": credentials]
    )
    fake.send("GET", path, headers: headers)
    return try #require(fake.journal().first)
  }

  /// A bearer token of these claims.
  private func bearer(_ claims: JSON) -> Headers {
    ["Authorization": "Bearer \(encoded(#"{"alg":"none","typ":"JWT"}"#)).\(encoded(claims.text()))."]
  }

  private func encoded(_ text: String) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
    var (bits, count, encoded) = (0, 0, "")
    for byte in text.utf8 {
      bits = bits << 8 | Int(byte)
      count += 8
      while count >= 6 {
        count -= 6
        encoded.append(alphabet[bits >> count & 63])
      }
    }
    if count > 0 { encoded.append(alphabet[bits << (6 - count) & 63]) }
    return encoded
  }

  /// The time of the sandbox.
  private static let now = 1_769_860_800

  static let times: [(claims: JSON, sentence: String?)] = [
    ([:], nil), (["exp": .number(JSONNumber(now + 1))], nil),
    (
      ["exp": .number(JSONNumber(now))],
      "The credential in the header Authorization: Bearer has expired: it was good until 2026-01-31T12:00:00Z."
    ),
    (
      ["exp": 1.5],
      "The credential in the header Authorization: Bearer has expired: it was good until 1970-01-01T00:00:01Z."
    ),
    (["exp": 1e300], nil), (["nbf": .number(JSONNumber(now))], nil),
    (
      ["nbf": .number(JSONNumber(now + 60))],
      "The credential in the header Authorization: Bearer is not good yet: it is from 2026-01-31T12:01:00Z on."
    ),
    (["exp": "soon"], "The credential in the header Authorization: Bearer has a claim 'exp' that is no time."),
  ]

  @Test(arguments: times)
  func `a token is good by the sandbox's clock`(claims: JSON, sentence: String?) throws {
    let exchange = try exchange("/any", bearer(claims))
    #expect(exchange.answer.status == (sentence == nil ? 204 : 401))
    #expect(exchange.detail == sentence)
    let challenge = sentence.map { "Bearer error=\"invalid_token\", error_description=\"\($0)\"" }
    #expect(exchange.answer.headers["WWW-Authenticate"] == challenge)
  }

  @Test(arguments: ["a", "a.b.c", "e30.e30.", "....", "e30.e30"])
  func `what is no token of three parts is opaque, and has all scopes`(text: String) throws {
    #expect(try exchange("/write", ["Authorization": "Bearer \(text)"]).answer.status == 204)
  }

  static let scopes: [(path: String, claims: JSON, status: Int)] = [
    ("/read", ["scope": "read"], 204), ("/read", ["scope": "write other"], 403), ("/read", ["scope": ""], 403),
    ("/read", ["scp": ["read"]], 204), ("/read", ["scopes": ["write"]], 403), ("/read", ["sub": "me"], 204),
    ("/write", ["scope": "read"], 403), ("/write", ["scope": "read write"], 204), ("/write", ["roles": ["admin"]], 204),
    ("/any", ["scope": ""], 204),
  ]

  @Test(arguments: scopes)
  func `a token has the scopes that it claims`(path: String, claims: JSON, status: Int) throws {
    #expect(try exchange(path, bearer(claims)).answer.status == status)
  }

  @Test func `a lacking scope is told, and which would be enough`() throws {
    let exchange = try exchange("/read", bearer(["scope": "write"]))
    #expect(exchange.detail == "The credential is good, but it may not call Read. It lacks the scope read.")
    #expect(
      exchange.answer.headers["WWW-Authenticate"]
        == "Bearer error=\"insufficient_scope\", error_description=\"\(exchange.detail ?? "")\", scope=\"read\""
    )
  }

  @Test func `an API key has the roles that a scenario lists`() throws {
    let key: Headers = ["X-Key": "k"]
    #expect(try exchange("/key", key).answer.status == 204)
    let reader: JSON = [["scheme": "K", "value": "k", "scopes": ["reader"]]]
    let refused = try exchange("/key", key, credentials: reader)
    #expect(refused.answer.status == 403)
    #expect(refused.answer.headers["WWW-Authenticate"] == nil)
    #expect(
      try exchange("/key", key, credentials: [["scheme": "K", "value": "k", "scopes": ["admin"]]]).answer.status == 204
    )
  }

  @Test func `a listed credential ends when its entry says`() throws {
    let listed: JSON = [["scheme": "K", "value": "k", "expires": "2026-01-31T12:00:00Z"]]
    let exchange = try exchange("/key", ["X-Key": "k"], credentials: listed)
    #expect(exchange.answer.status == 401)
    #expect(
      exchange.detail == "The credential in the header X-Key has expired: it was good until 2026-01-31T12:00:00Z."
    )
    let later: JSON = [["scheme": "K", "value": "k", "expires": "2026-01-31T12:00:01Z"]]
    #expect(try self.exchange("/key", ["X-Key": "k"], credentials: later).answer.status == 204)
  }

  @Test(arguments: [("%%", "is no Base 64 of text"), ("dQ==", "has no ':' between user and password")])
  func `a basic credential that is none says why`(text: String, reason: String) throws {
    let exchange = try exchange("/basic", ["Authorization": "Basic \(text)"])
    #expect(exchange.answer.status == 401)
    #expect(exchange.detail == "The credential in the header Authorization: Basic \(reason).")
    #expect(exchange.answer.headers["WWW-Authenticate"] == "Basic realm=\"Doors\"")
  }
}
