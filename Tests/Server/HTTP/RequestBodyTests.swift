import DoubletContracts
import DoubletEngine
import Testing

@testable import DoubletServer

@Suite struct RequestBodyTests {
  let responder = RecordingResponder()
  let chunkedHead = "POST /a HTTP/1.1\nHost: x\nTransfer-Encoding: chunked\n\n"

  @Test func `a chunked body is put together, and extensions and trailers are dropped`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(chunkedHead + "5;a=b\nhello\n1 ; c\n!\n0\nTrailer: x\n\n" + get("/b"))
    #expect(
      responder.begun == [
        .begin("POST", "/a", body: "hello!", refused: nil), .begin("GET", "/b", body: "", refused: nil),
      ]
    )
  }

  @Test func `a chunked body may come byte by byte`() throws {
    let connection = try EmbeddedConnection(responder)
    for character in chunkedHead + "A\n0123456789\n0\n\n" { try connection.send(String(character)) }
    #expect(responder.begun == [.begin("POST", "/a", body: "0123456789", refused: nil)])
  }

  @Test(arguments: ["x\n", "\n", "-1\n", "1000000000000000000\n", "5\nhello!\n", "1\nab\n", "0\nno colon\n\n"])
  func `a broken chunk is malformed`(chunk: String) throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send(chunkedHead + chunk)
    #expect(responder.begun.count == 1)
    #expect(try connection.received().hasPrefix("HTTP/1.1 400 Bad Request\nConnection: close\n"))
    #expect(!connection.isOpen)
  }

  @Test func `many small chunks are no overhead`() throws {
    var limits = ServerLimits()
    limits.headerBytes = 100
    let connection = try EmbeddedConnection(responder, limits: limits)
    try connection.send(chunkedHead + String(repeating: "1\nx\n", count: 200) + "0\n\n")
    #expect(responder.begun == [.begin("POST", "/a", body: String(repeating: "x", count: 200), refused: nil)])
  }

  @Test func `a body is asked for when the client waits for that`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send("POST /a HTTP/1.1\nHost: x\nContent-Length: 2\nExpect: 100-Continue\n\n")
    #expect(try connection.received() == "HTTP/1.1 100 Continue\n\n")
    try connection.send("hi")
    #expect(try connection.received().hasPrefix("HTTP/1.1 200 OK\n"))
    #expect(responder.begun == [.begin("POST", "/a", body: "hi", refused: nil)])
  }

  @Test func `a body that is already there is not asked for`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send("POST /a HTTP/1.1\nHost: x\nContent-Length: 2\nExpect: 100-continue\n\nhi")
    #expect(try connection.received().hasPrefix("HTTP/1.1 200 OK\n"))
  }

  @Test func `a body that is too large is refused before it is sent`() throws {
    var limits = ServerLimits()
    limits.bodyBytes = 10
    let connection = try EmbeddedConnection(responder, limits: limits)
    try connection.send("POST /a HTTP/1.1\nHost: x\nContent-Length: 11\nExpect: 100-continue\n\n")
    #expect(try connection.received() == "HTTP/1.1 413 Content Too Large\nConnection: close\nContent-Length: 0\n\n")
    #expect(responder.events == [.begin("POST", "/a", body: "", refused: .contentTooLarge), .finish(1, .sent)])
    #expect(!connection.isOpen)
  }

  @Test func `a chunked body that grows too large is refused, with what was read`() throws {
    var limits = ServerLimits()
    limits.bodyBytes = 10
    let connection = try EmbeddedConnection(responder, limits: limits)
    try connection.send(chunkedHead + "8\n12345678\n3\nabc\n0\n\n")
    #expect(responder.begun == [.begin("POST", "/a", body: "12345678", refused: .contentTooLarge)])
    #expect(!connection.isOpen)
  }

  @Test(arguments: ["99999999999999999999999999", "10485761"])
  func `a length beyond the limit is too large, however long its number`(length: String) throws {
    try EmbeddedConnection(responder).send("POST /a HTTP/1.1\nHost: x\nContent-Length: \(length)\n\n")
    #expect(responder.begun == [.begin("POST", "/a", body: "", refused: .contentTooLarge)])
  }

  @Test func `a request that the connection's end cuts off is malformed`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send("POST /a HTTP/1.1\nHost: x\nContent-Length: 9\n\nhalf")
    connection.closeInput()
    #expect(responder.events == [.begin("POST", "/a", body: "half", refused: .malformed), .finish(1, .sent)])
    #expect(!connection.isOpen)
  }

  @Test func `a request that a reset cuts off is recorded as the client's end`() throws {
    let connection = try EmbeddedConnection(responder)
    try connection.send("POST /a HTTP/1.1\nHost: x\nContent-Length: 9\n\nhalf")
    try connection.reset()
    #expect(responder.events == [.begin("POST", "/a", body: "half", refused: .malformed), .finish(1, .clientClosed)])
  }
}
