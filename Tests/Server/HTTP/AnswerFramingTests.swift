import DoubletEngine
import Testing

@testable import DoubletServer

@Suite struct AnswerFramingTests {
  @Test func `the answer to HEAD has the length of the body and not the body`() throws {
    let connection = try EmbeddedConnection(RecordingResponder { _ in (.text("four"), .whole) })
    try connection.send("HEAD /a HTTP/1.1\nHost: x\n\n" + get("/b"))
    let head = "HTTP/1.1 200 OK\nContent-Length: 4\n\n"
    #expect(try connection.received() == head + head + "four")
  }

  @Test(arguments: [(204, "No Content"), (304, "Not Modified")])
  func `an answer that has no body says nothing of its length`(status: Int, reason: String) throws {
    let connection = try EmbeddedConnection(RecordingResponder { _ in (Answer(status: status, body: [1]), .whole) })
    try connection.send(get("/a"))
    #expect(try connection.received() == "HTTP/1.1 \(status) \(reason)\n\n")
    #expect(connection.isOpen)
  }

  @Test func `an empty body has a length`() throws {
    let connection = try EmbeddedConnection(RecordingResponder { _ in (Answer(status: 201), .whole) })
    try connection.send(get("/a"))
    #expect(try connection.received() == "HTTP/1.1 201 Created\nContent-Length: 0\n\n")
  }

  @Test func `framing fields are the server's alone`() throws {
    let headers: Headers = [
      "content-length": "9", "Transfer-Encoding": "chunked", "Connection": "close", "Date": "now", "X-A": "1",
    ]
    let connection = try EmbeddedConnection(RecordingResponder { _ in (Answer(status: 200, headers: headers), .whole) })
    try connection.send(get("/a"))
    #expect(try connection.received() == "HTTP/1.1 200 OK\nX-A: 1\nContent-Length: 0\n\n")
  }

  @Test func `a value cannot end its field`() throws {
    let headers: Headers = ["Location": "/a\r\nEvil: 1", "Bad Name": "x"]
    let connection = try EmbeddedConnection(RecordingResponder { _ in (Answer(status: 200, headers: headers), .whole) })
    try connection.send(get("/a"))
    #expect(try connection.received() == "HTTP/1.1 200 OK\nLocation: /a  Evil: 1\nContent-Length: 0\n\n")
  }

  @Test func `every answer has a date`() throws {
    let connection = try EmbeddedConnection(RecordingResponder())
    try connection.send(get("/a"))
    #expect(try connection.receivedRaw().contains("\r\nDate: Sun, 06 Nov 1994 08:49:37 GMT\r\n"))
  }

  @Test(arguments: [
    (0, "Thu, 01 Jan 1970 00:00:00 GMT"), (951_782_399, "Mon, 28 Feb 2000 23:59:59 GMT"),
    (951_782_400, "Tue, 29 Feb 2000 00:00:00 GMT"), (4_102_444_800, "Fri, 01 Jan 2100 00:00:00 GMT"),
    (-1, "Wed, 31 Dec 1969 23:59:59 GMT"),
  ])
  func `a date is written as HTTP has it`(second: Int, text: String) {
    #expect(HTTPDate.format(second: second) == text)
  }
}
