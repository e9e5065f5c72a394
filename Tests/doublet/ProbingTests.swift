import Testing

@testable import doublet

@Suite struct ProbingTests {
  @Test(arguments: [
    ("http://localhost:4010", "http://localhost:4010"),
    ("localhost:4010", "http://localhost:4010"),
    ("http://127.0.0.1:4010/", "http://127.0.0.1:4010"),
    ("http://[::1]:4010", "http://[::1]:4010"),
    ("http://host", "http://host:80"),
    ("http://host:1/~checkout-7/", "http://host:1/~checkout-7"),
  ])
  func `an address is a URL`(text: String, description: String) throws {
    #expect(try HTTPAddress(text).description == description)
  }

  @Test(arguments: [
    ("https://localhost", "must start with http://; Doublet speaks no other"),
    ("", "must be a URL such as http://localhost:4010"),
    ("http://host:x", "must have a port from 1 to 65535"),
    ("http://host:70000", "must have a port from 1 to 65535"),
  ])
  func `an address that is none is told`(text: String, sentence: String) {
    #expect(throws: Mistake(sentence)) { try HTTPAddress(text) }
  }

  @Test(arguments: [
    ("HTTP/1.1 200 OK\r\n", 200 as Int?), ("HTTP/1.0 503\r\n", 503), ("SSH-2.0-x\r\n", nil), ("", nil),
  ])
  func `the status is read off the first line`(head: String, status: Int?) {
    #expect(HTTPProbe.status(of: Array(head.utf8)) == status)
  }

  @Test func `where nothing listens there is no answer`() throws {
    let address = try HTTPAddress("http://127.0.0.1:1")
    #expect(throws: HTTPProbe.Unreachable.self) { try HTTPProbe(timeout: 1).get("/", at: address) }
  }
}
