import DoubletEngine
import NIOCore
import NIOPosix

/// One connection to a server on this machine: bytes out, bytes in until the server closes.
enum HTTPConnection {
  /// Sends requests one after another, pipelined; their answers. The last request asks for the connection's end.
  static func exchange(_ requests: [Request], port: Int) async throws -> [Answer] {
    var bytes: [UInt8] = []
    for (index, request) in requests.enumerated() {
      write(request, isLast: index == requests.count - 1, into: &bytes)
    }
    var parser = AnswerParser(try await exchange(bytes, port: port, closes: false))
    return try requests.map { try parser.next(to: $0.method) }
  }

  /// Sends bytes and collects what comes back until the server closes. With `closes` our direction is closed after them.
  static func exchange(_ bytes: [UInt8], port: Int, closes: Bool) async throws -> [UInt8] {
    let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
      .channelOption(.allowRemoteHalfClosure, value: true)
      .connect(host: "127.0.0.1", port: port) { channel in
        channel.eventLoop.makeCompletedFuture {
          try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
            wrappingChannelSynchronously: channel,
            configuration: .init(isOutboundHalfClosureEnabled: true)
          )
        }
      }
    return try await channel.executeThenClose { inbound, outbound in
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          // The server may close before it has read everything: what it answered is what counts.
          try? await outbound.write(ByteBuffer(bytes: bytes))
          if closes { outbound.finish() }
        }
        var received: [UInt8] = []
        do {
          for try await buffer in inbound { received += buffer.readableBytesView }
        } catch is IOError {
          // A reset is an end too.
        }
        group.cancelAll()
        return received
      }
    }
  }

  private static func write(_ request: Request, isLast: Bool, into bytes: inout [UInt8]) {
    bytes += Array("\(request.method) \(request.target) HTTP/1.1\r\n".utf8)
    for (name, value) in request.headers { bytes += Array("\(name): \(value)\r\n".utf8) }
    if isLast { bytes += Array("Connection: close\r\n".utf8) }
    let hasBody = !request.body.isEmpty || ["PUT", "POST", "PATCH"].contains(request.method)
    if hasBody { bytes += Array("Content-Length: \(request.body.count)\r\n".utf8) }
    bytes += Array("\r\n".utf8) + request.body
  }
}

/// Takes answers off the bytes of a connection, in the strict form in which this server writes them.
struct AnswerParser {
  private var rest: ArraySlice<UInt8>

  struct Broken: Error, CustomStringConvertible {
    var description: String
  }

  init(_ bytes: [UInt8]) { rest = bytes[...] }

  /// The next answer. A body's length is its `Content-Length`; an answer to HEAD has none, nor has a 204.
  mutating func next(to method: String) throws -> Answer {
    guard let end = rest.firstRange(of: Array("\r\n\r\n".utf8)) else {
      throw Broken(
        description: "the connection ended before the head of an answer: \(String(decoding: rest, as: UTF8.self))"
      )
    }
    let lines = String(decoding: rest[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
    rest = rest[end.upperBound...]
    let words = (lines.first ?? "").split(separator: " ")
    guard words.count >= 2, words[0] == "HTTP/1.1", let status = Int(words[1]) else {
      throw Broken(description: "'\(lines.first ?? "")' is no status line")
    }
    var answer = Answer(status: status)
    for line in lines.dropFirst() {
      guard let colon = line.firstIndex(of: ":") else { throw Broken(description: "'\(line)' is no header field") }
      let value = line[line.index(after: colon)...].drop { $0 == " " }
      answer.headers.append(String(line[..<colon]), String(value))
    }
    guard method != "HEAD", status != 204 else { return answer }
    guard let length = answer.headers["Content-Length"].flatMap({ Int($0) }), length <= rest.count else {
      throw Broken(
        description: "\(rest.count) bytes are left of a body of \(answer.headers["Content-Length"] ?? "any length")"
      )
    }
    answer.body = Array(rest.prefix(length))
    rest = rest.dropFirst(length)
    return answer
  }
}
