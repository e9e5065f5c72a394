import DoubletEngine
import DoubletJSON
import Testing

/// Bad input to the server itself gets an HTTP error or a closed connection; others do not notice.
@Suite struct BadInputTests {
  /// Bytes that are sent, and the statuses of which one is answered; none: the connection may just be closed.
  struct Bad: Sendable, CustomTestStringConvertible {
    var name: String
    var bytes: [UInt8]
    var statuses: [Int]
    var testDescription: String { name }

    init(_ name: String, _ text: String, _ statuses: [Int]) { self.init(name, Array(text.utf8), statuses) }

    init(_ name: String, _ bytes: [UInt8], _ statuses: [Int]) {
      (self.name, self.bytes, self.statuses) = (name, bytes, statuses)
    }
  }

  static let put =
    "PUT /customers/c/lead-source HTTP/1.1\r\nHost: h\r\nREB-APIKEY: k\r\nContent-Type: application/json\r\n"
  static let get = "GET /customers/cus_01/lead-source HTTP/1.1\r\nHost: h\r\nREB-APIKEY: k\r\nConnection: close\r\n"

  static let all = [
    Bad("garbage", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 128) }, [400]),
    Bad("TLS", [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03], [400]),
    Bad("no version", "GET /\r\n\r\n", [400]),
    Bad("two lengths", put + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}", [400]),
    Bad("length and chunks", put + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", [400]),
    Bad("a length that is none", put + "Content-Length: -1\r\n\r\n", [400]),
    Bad("a length beyond counting", put + "Content-Length: 99999999999999999999\r\n\r\n", [400, 413]),
    Bad("broken chunks", put + "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n", [400]),
    Bad("a blank before the colon", put + "X-Bad : 1\r\n\r\n", [400]),
    Bad("a null in a header", put + "X-Bad: a\0b\r\n\r\n", [400]),
    Bad("a header of 1 MB", get + "X-Long: \(String(repeating: "x", count: 1 << 20))\r\n\r\n", [431]),
    Bad("a target of 1 MB", "GET /\(String(repeating: "x", count: 1 << 20)) HTTP/1.1\r\nHost: h\r\n\r\n", [414]),
    Bad("100 MB announced", put + "Content-Length: 104857600\r\n\r\n{}", [413]),
    Bad(
      "100,000 open brackets",
      put + "Connection: close\r\nContent-Length: 100000\r\n\r\n" + String(repeating: "[", count: 100_000),
      [422]
    ),
    Bad("half a request", get + "X-Half: ", []), Bad("half a body", put + "Content-Length: 10\r\n\r\n{", []),
    Bad("nothing", "", []),
  ]

  @Test(arguments: all)
  func `it is answered with an error or a closed connection, and others are served`(bad: Bad) async throws {
    try await Client.with(.http) { client in
      let answer = try await client.sendRaw(bad.bytes, closes: true)
      if !bad.statuses.isEmpty || !answer.isEmpty {
        let line = String(answer.prefix(12))
        let expected = (bad.statuses.isEmpty ? [400, 408] : bad.statuses).map { "HTTP/1.1 \($0)" }
        #expect(expected.contains(line), "\(answer.prefix(200))")
      }
      #expect(try await client.get(Rebilly.source, Rebilly.key).status == 200)
      #expect(try await client.get("/customers/c/lead-source", Rebilly.key).status == 404, "nothing was stored")
    }
  }

  @Test func `a body of 100 MB is refused while it is sent`() async throws {
    try await Client.with(.http) { client in
      let body = [UInt8](repeating: UInt8(ascii: " "), count: 16 << 20)
      let head = Array((Self.put + "Content-Length: 104857600\r\n\r\n").utf8)
      let answer = try await client.sendRaw(head + body)
      #expect(answer.isEmpty || answer.hasPrefix("HTTP/1.1 413"), "a reset may overtake the answer")
      #expect(client.fake.journal().map(\.answer.status) == [413], "it is an exchange")
      #expect(try await client.get(Rebilly.source, Rebilly.key).status == 200)
    }
  }
}
