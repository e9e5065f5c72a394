internal import DoubletContracts

/// The first line of a request (RFC 9112, section 3).
struct RequestLine: Hashable {
  /// A longer method is none: nothing that is registered comes near.
  static let longestMethod = 64

  var method: String
  var target: String
  var minorVersion: Int

  /// Parses a line without its CR LF.
  init(_ line: UnsafeRawBufferPointer) throws(ReadFailure) {
    let method = try RequestLine.method(line)
    guard method < line.count else { throw .noRequestLine }
    let rest = line.bytes(method + 1..<line.count)
    guard let space = rest.firstIndex(of: 0x20), space > 0 else {
      throw .noRequestLine
    }
    guard rest.bytes(0..<space).allSatisfy(\.isTargetByte) else {
      throw .unreadable("the request target holds a control character; percent-encode it")
    }
    self.minorVersion = try RequestLine.minorVersion(rest.bytes(space + 1..<rest.count))
    self.method = line.bytes(0..<method).text
    self.target = rest.bytes(0..<space).text
  }

  /// A request line whose target is cut.
  init(method: String, target: String) {
    self.method = method
    self.target = target
    self.minorVersion = 1
  }

  /// What can be said of a line that has not ended yet. Bytes that begin no request are refused at once: who speaks TLS
  /// or another protocol here would wait for the time limit otherwise. Returns the line with its target cut where the
  /// target is longer than the limit.
  static func check(unfinished line: UnsafeRawBufferPointer, targetBytes: Int) throws(ReadFailure) -> RequestLine? {
    let method = try self.method(line)
    guard method < line.count else { return nil }
    let target = line.bytes(method + 1..<line.count)
    guard target.count > targetBytes, !target.prefix(targetBytes + 1).contains(0x20) else { return nil }
    guard target.bytes(0..<targetBytes).allSatisfy(\.isTargetByte) else {
      throw .unreadable("the request target holds a control character; percent-encode it")
    }
    return RequestLine(method: line.bytes(0..<method).text, target: target.bytes(0..<targetBytes).text)
  }

  /// Whether the target has a form that goes with the method (RFC 9112, section 3.2).
  var hasProperTarget: Bool {
    if target.utf8.first == UInt8(ascii: "/") { return method != "CONNECT" }
    if method == "CONNECT" { return target.contains(":") && !target.contains("/") }
    return target == "*" ? method == "OPTIONS" : RequestTarget(target).isAbsolute
  }

  /// The length of the method.
  private static func method(_ line: UnsafeRawBufferPointer) throws(ReadFailure) -> Int {
    let end = line.prefix(longestMethod + 1).firstIndex { !$0.isTokenByte } ?? line.count
    if line.first == 0x16 { throw .unreadable("this port speaks HTTP without TLS, and the bytes look like TLS") }
    guard end > 0, end <= longestMethod, end == line.count || line[end] == 0x20 else {
      throw .noRequest
    }
    return end
  }

  private static func minorVersion(_ version: UnsafeRawBufferPointer) throws(ReadFailure) -> Int {
    let isVersion =
      version.count == 8 && version.bytes(0..<5).elementsEqual("HTTP/".utf8) && (0x30...0x39).contains(version[5])
      && version[6] == UInt8(ascii: ".") && (0x30...0x39).contains(version[7])
    guard isVersion else { throw .unreadable("a request line ends in HTTP/1.1 or HTTP/1.0") }
    guard version[5] == UInt8(ascii: "1") else {
      throw ReadFailure(kind: .version, reason: "this port speaks HTTP/1.1 and HTTP/1.0")
    }
    return Int(version[7]) - 0x30
  }
}
