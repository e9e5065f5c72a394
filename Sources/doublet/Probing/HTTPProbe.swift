#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A client for one question: sends a GET, waits for the answer, and blocks meanwhile.
struct HTTPProbe {
  /// The status of an answer.
  struct Answer: Hashable {
    let status: Int
  }

  /// Why there was no answer, in a few words.
  struct Unreachable: Error, Hashable {
    let reason: String
  }

  /// Seconds that each step may take.
  let timeout: Int
  /// What is sent as `Authorization: Bearer …`; nil: nothing.
  var token: String?

  /// Asks all addresses of the host in turn; the first that answers is heard.
  func get(_ path: String, at address: HTTPAddress) throws(Unreachable) -> Answer {
    var hints = addrinfo()
    hints.ai_socktype = Self.stream
    var list: UnsafeMutablePointer<addrinfo>?
    let code = getaddrinfo(address.host, String(address.port), &hints, &list)
    guard code == 0 else { throw Unreachable(reason: String(cString: gai_strerror(code))) }
    defer { freeaddrinfo(list) }
    var failure = Unreachable(reason: "it has no address")
    var next = list
    while let entry = next?.pointee {
      do {
        return try ask(entry, request(path, at: address))
      } catch {
        failure = error
      }
      next = entry.ai_next
    }
    throw failure
  }

  private func request(_ path: String, at address: HTTPAddress) -> String {
    var lines = ["GET \(address.path)\(path) HTTP/1.1", "Host: \(address.authority)", "Connection: close"]
    if let token { lines.append("Authorization: Bearer \(token)") }
    return lines.map { $0 + "\r\n" }.joined() + "\r\n"
  }

  private func ask(_ entry: addrinfo, _ request: String) throws(Unreachable) -> Answer {
    let descriptor = socket(entry.ai_family, entry.ai_socktype, entry.ai_protocol)
    guard descriptor >= 0 else { throw Unreachable(reason: lastError) }
    defer { close(descriptor) }
    var limit = timeval(tv_sec: timeout, tv_usec: 0)
    for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
      setsockopt(descriptor, SOL_SOCKET, option, &limit, socklen_t(MemoryLayout<timeval>.size))
    }
    guard connect(descriptor, entry.ai_addr, entry.ai_addrlen) == 0 else { throw Unreachable(reason: lastError) }
    let bytes = Array(request.utf8)
    guard send(descriptor, bytes, bytes.count, Self.noSignal) == bytes.count else {
      throw Unreachable(reason: lastError)
    }
    return try answer(from: descriptor)
  }

  /// Reads up to the end of the status line; the rest does not matter.
  private func answer(from descriptor: Int32) throws(Unreachable) -> Answer {
    var received: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while !received.contains(UInt8(ascii: "\n")), received.count < 1 << 16 {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      guard count >= 0 else { throw Unreachable(reason: lastError) }
      guard count > 0 else { break }
      received += buffer[..<count]
    }
    guard let status = Self.status(of: received) else { throw Unreachable(reason: "it speaks no HTTP") }
    return Answer(status: status)
  }

  /// The status of `HTTP/1.1 200 OK`.
  static func status(of head: [UInt8]) -> Int? {
    let line = String(decoding: head.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    let words = line.split(separator: " ")
    guard words.count >= 2, words[0].hasPrefix("HTTP/1.") else { return nil }
    return Int(words[1].prefix { $0.isNumber })
  }

  private var lastError: String {
    errno == EAGAIN ? "it does not answer in \(timeout) s" : String(cString: strerror(errno))
  }

  #if canImport(Glibc)
  private static let stream = Int32(SOCK_STREAM.rawValue)
  private static let noSignal = Int32(MSG_NOSIGNAL)
  #elseif canImport(Musl)
  private static let stream = SOCK_STREAM
  private static let noSignal = Int32(MSG_NOSIGNAL)
  #else
  private static let stream = SOCK_STREAM
  private static let noSignal: Int32 = 0
  #endif
}
