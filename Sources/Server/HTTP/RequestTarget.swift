internal import DoubletJSON

/// Where the parts of a request target are: `/path?query` or `http://host/path?query`.
struct RequestTarget {
  /// Whether the target names scheme and authority.
  let isAbsolute: Bool
  /// The path as it was sent, without the query.
  let path: Substring

  init(_ target: String) {
    var rest = target[...]
    var isAbsolute = false
    if target.utf8.first != UInt8(ascii: "/"), let scheme = RequestTarget.schemeEnd(target) {
      isAbsolute = true
      rest = target[scheme...]
      rest = rest.utf8.firstIndex { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "?") }.map { rest[$0...] } ?? ""
    }
    let end = rest.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? rest.endIndex
    self.isAbsolute = isAbsolute
    self.path = isAbsolute && rest[..<end].isEmpty ? "/" : rest[..<end]
  }

  /// Whether a target's path is the control API's: `/__doublet…` or `/~name/__doublet…`, in any percent-encoding.
  static func isControl(_ target: String) -> Bool {
    RequestTarget.mayBeControl(target) && RequestTarget(target).isControl
  }

  /// Whether more than the first byte of the segment in question has to be looked at, which it has not in most targets.
  private static func mayBeControl(_ target: String) -> Bool {
    withUTF8(of: target) { bytes in
      guard bytes.count > 1, bytes[0] == UInt8(ascii: "/") else { return true }
      var start = 1
      if bytes[1] == UInt8(ascii: "~") {
        guard let end = bytes.dropFirst(2).firstIndex(of: UInt8(ascii: "/")), end + 1 < bytes.count else { return true }
        start = end + 1
      }
      return "_~%".utf8.contains(bytes[start])
    }
  }

  private var isControl: Bool {
    var segments = path.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false).dropFirst()
    if let first = segments.first, RequestTarget.decoded(first).first == UInt8(ascii: "~") {
      segments = segments.dropFirst()
    }
    guard let segment = segments.first else { return false }
    return RequestTarget.decoded(segment).elementsEqual("__doublet".utf8)
  }

  private static func schemeEnd(_ target: String) -> String.Index? {
    let bytes = target.utf8
    for scheme in ["http://", "https://"] where bytes.count > scheme.utf8.count {
      let end = bytes.index(bytes.startIndex, offsetBy: scheme.utf8.count)
      if target[..<end].lowercased() == scheme { return end }
    }
    return nil
  }

  private static func decoded(_ segment: Substring) -> [UInt8] {
    var decoded: [UInt8] = []
    var bytes = segment.utf8[...]
    while let byte = bytes.popFirst() {
      if byte == UInt8(ascii: "%"), let high = bytes.first?.hexadecimalValue,
        let low = bytes.dropFirst().first?.hexadecimalValue
      {
        decoded.append(UInt8(high * 16 + low))
        bytes = bytes.dropFirst(2)
      } else {
        decoded.append(byte)
      }
    }
    return decoded
  }
}
