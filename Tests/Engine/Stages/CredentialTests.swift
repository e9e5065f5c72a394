import DoubletEngine
import DoubletJSON
import Testing

@Suite struct CredentialTests {
  /// A document with one operation for each way to ask for credentials.
  private static let document = """
    openapi: 3.1.0
    info: {title: 'A "quoted" title', version: '1'}
    x-doublet: {name: doors}
    paths:
      /basic: {get: {operationId: Basic, security: [{B: []}], responses: &ok {'200': {description: d, content: {text/plain: {example: in}}}}}}
      /bearer: {get: {operationId: Bearer, security: [{T: []}], responses: *ok}}
      /query: {get: {operationId: Query, security: [{Q: []}], responses: *ok}}
      /cookie: {get: {operationId: Cookie, security: [{C: []}], responses: *ok}}
      /either: {get: {operationId: Either, security: [{T: [write]}, {Q: []}], responses: *ok}}
      /both: {get: {operationId: Both, security: [{Q: [], T: [write]}], responses: *ok}}
      /open: {get: {operationId: Open, security: [], responses: *ok}}
      /optional: {get: {operationId: Optional, security: [{T: []}, {}], responses: *ok}}
    components:
      securitySchemes:
        B: {type: http, scheme: basic}
        T: {type: oauth2, flows: {clientCredentials: {tokenUrl: 'https://t.test', scopes: {write: w, read: r}}}}
        Q: {type: apiKey, in: query, name: key}
        C: {type: apiKey, in: cookie, name: sid}
    """

  private func status(_ target: String, _ headers: Headers = [:], credentials: JSON = []) throws -> Int {
    try Fake(Self.document, as: ["description": "d", "credentials": credentials]).send("GET", target, headers: headers)
      .status
  }

  @Test(arguments: [
    ("/basic", "Authorization", "Basic dTpw", 200), ("/basic", "Authorization", "BASIC dTpw", 200),
    ("/basic", "Authorization", "Basic", 401), ("/basic", "Authorization", "Basic %%", 401),
    ("/basic", "Authorization", "Bearer dTpw", 401), ("/bearer", "Authorization", "bEARER  t", 200),
    ("/bearer", "Authorization", "Bearer", 401), ("/bearer", "Authorization", "Bearer ", 401),
    ("/bearer", "Authorization", "t", 401),
    ("/bearer", "Authorization", "Bearer t, Bearer u", 401), ("/bearer", "Authorization", "Bearert", 401),
    ("/bearer", "X", "t", 401),
    ("/query?key=1", "X", "", 200), ("/query?key=", "X", "", 401), ("/query?Key=1", "X", "", 401),
    ("/query", "key", "1", 401),
    ("/cookie", "Cookie", "sid=1", 200), ("/cookie", "Cookie", "sid=", 401), ("/cookie", "Cookie", "other=1", 401),
    ("/open", "X", "", 200), ("/optional", "X", "", 200), ("/either", "X", "", 401), ("/either?key=1", "X", "", 200),
    ("/either", "Authorization", "Bearer t", 200), ("/both?key=1", "X", "", 401),
    ("/both", "Authorization", "Bearer t", 401), ("/both?key=1", "Authorization", "Bearer t", 200),
  ])
  func `any credential that is not empty is enough, where and as its scheme says`(
    target: String,
    name: String,
    value: String,
    expected: Int
  ) throws {
    #expect(try status(target, [name: value]) == expected)
  }

  @Test func `a scheme with listed credentials takes those only, others take any`() throws {
    let listed: JSON = [["scheme": "Q", "value": "good"]]
    #expect(try status("/query?key=good", credentials: listed) == 200)
    #expect(try status("/query?key=bad", credentials: listed) == 401)
    #expect(try status("/either?key=bad", credentials: listed) == 401)
    #expect(try status("/either?key=bad", ["Authorization": "Bearer any"], credentials: listed) == 200)
    #expect(
      try status("/basic", ["Authorization": "Basic dTpw"], credentials: [["scheme": "B", "value": "u:p"]]) == 200
    )
    #expect(
      try status("/basic", ["Authorization": "Basic dTpx"], credentials: [["scheme": "B", "value": "u:p"]]) == 401
    )
  }

  @Test func `a credential that lacks the operation or its scopes is good and forbidden`() throws {
    let reader: JSON = [["scheme": "T", "value": "t", "scopes": ["read"]]]
    let bearer: Headers = ["Authorization": "Bearer t"]
    #expect(try status("/bearer", bearer, credentials: reader) == 200, "no scope is asked")
    #expect(try status("/either", bearer, credentials: reader) == 403, "the other alternative asks for no such token")
    #expect(try status("/both?key=1", bearer, credentials: reader) == 403, "each credential of a combination must do")
    let writer: JSON = [["scheme": "T", "value": "t", "scopes": ["read", "write"]]]
    #expect(try status("/both?key=1", bearer, credentials: writer) == 200)
    let limited: JSON = [["scheme": "Q", "value": "1", "operations": ["Query"]]]
    #expect(try status("/query?key=1", credentials: limited) == 200)
    #expect(try status("/either?key=1", credentials: limited) == 403)
    #expect(try status("/both?key=1", bearer, credentials: limited) == 403)
    let none: JSON = [["scheme": "Q", "value": "1", "operations": []]]
    #expect(try status("/query?key=1", credentials: none) == 403)
  }

  @Test func `the refusal tells what is missing, empty or unknown, and challenges`() throws {
    let fake = try Fake(Self.document, as: ["description": "d", "credentials": [["scheme": "Q", "value": "1"]]])
    #expect(
      fake.send("GET", "/either")["/detail"]
        == "The request carries no credentials; send the header Authorization: Bearer, or the query parameter key."
    )
    #expect(
      fake.send("GET", "/both")["/detail"]
        == "The request carries no credentials; send the query parameter key and the header Authorization: Bearer."
    )
    #expect(
      fake.send("GET", "/either?key=")["/detail"] == "The credential is empty; send a value in the query parameter key."
    )
    #expect(
      fake.send("GET", "/either?key=2")["/detail"]
        == "The credential in the query parameter key is not one that this API knows."
    )
    #expect(fake.send("GET", "/bearer").headers["WWW-Authenticate"] == "Bearer")
    #expect(fake.send("GET", "/basic").headers["WWW-Authenticate"] == #"Basic realm="A quoted title""#)
    #expect(fake.send("GET", "/query").headers["WWW-Authenticate"] == nil)
  }

  @Test func `a scheme that is declared nowhere is met by a listed credential only`() throws {
    let document = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths: {/a: {get: {operationId: A, security: [{Lost: [read]}], responses: {'200': {description: d}}}}}
      """
    let fake = try Fake(document)
    for headers: Headers in [[:], ["Authorization": "Bearer t"], ["Authorization": "Basic dTpw"]] {
      let answer = fake.send("GET", "/a", headers: headers)
      #expect(answer.status == 401)
      #expect(fake.send("GET", "/a", headers: ["Prefer": "code=401"]) == answer, "one that is injected tells the same")
      #expect(
        answer["/detail"]?.string
          == "No credential is one of 'Lost', which the document asks for and does not declare; declare it in "
          + "'components.securitySchemes', or list a credential of it."
      )
    }
    let either =
      document.replacing("[{Lost: [read]}]", with: "[{Lost: []}, {Known: []}]")
      + "\ncomponents: {securitySchemes: {Known: {type: apiKey, in: header, name: X-Key}}}"
    #expect(
      try Fake(either).send("GET", "/a")["/detail"] == "The request carries no credentials; send the header X-Key."
    )
    let listed: JSON = [["scheme": "Lost", "value": "t"], ["scheme": "Lost", "value": "u", "scopes": []]]
    let opened = try Fake(document, as: ["description": "d", "credentials": listed])
    #expect(opened.send("GET", "/a", headers: ["Authorization": "Bearer t"]).status == 200)
    #expect(opened.send("GET", "/a", headers: ["Authorization": "Bearer u"]).status == 403)
    #expect(opened.send("GET", "/a", headers: ["Authorization": "Bearer x"]).status == 401)
    #expect(opened.send("GET", "/a").status == 401)
    let proofs = try SelfTest(compiled(document)).prove(0)
    #expect(proofs.count == 4)
    #expect(proofs.allSatisfy { if case .proven = $0.outcome { true } else { false } })
  }
}
