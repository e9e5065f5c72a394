/// A part of a multipart body.
struct MultipartPart {
  var headers = Headers()
  var body: ArraySlice<UInt8> = []

  /// The media type that the part says it has; nil where it says nothing.
  var type: MediaType? { headers["Content-Type"].flatMap { MediaType($0) } }
}

/// Parts a multipart body (RFC 2046, section 5.1; RFC 7578), on its bytes and strictly: what another reader could
/// understand differently is refused.
struct MultipartParser {
  /// Bodies of more parts are refused.
  static let mostParts = 1000
  /// Header fields of a part that are longer are refused.
  static let longestHeader = 16 << 10

  private let bytes: [UInt8]
  private let dashes: [UInt8]
  private var position = 0

  /// The parts of a body, whose boundary the media type names.
  static func parts(of bytes: [UInt8], _ type: MediaType) throws(Unreadable) -> [MultipartPart] {
    guard let boundary = type.parameter("boundary") else {
      throw Unreadable(message: "has no boundary: write Content-Type: \(type.type)/\(type.subtype); boundary=…")
    }
    guard (1...70).contains(boundary.utf8.count), boundary.utf8.allSatisfy(isBoundaryCharacter),
      boundary.utf8.last != UInt8(ascii: " ")
    else {
      throw Unreadable(message: "has a boundary that is none: one to 70 letters, digits or '()+_,-./:=? are")
    }
    var parser = MultipartParser(bytes: bytes, dashes: Array("--\(boundary)".utf8))
    return try parser.parts()
  }

  private init(bytes: [UInt8], dashes: [UInt8]) {
    self.bytes = bytes
    self.dashes = dashes
  }

  private mutating func parts() throws(Unreadable) -> [MultipartPart] {
    // What stands before the first boundary is for readers that know no multipart.
    guard let first = starts(with: dashes, at: 0) ? 0 : nextDelimiter(from: 0).map({ $0 + 2 }) else {
      throw Unreadable(message: "does not hold its boundary '\(text(dashes))'")
    }
    position = first + dashes.count
    var parts: [MultipartPart] = []
    while try !isClosed() {
      guard parts.count < MultipartParser.mostParts else {
        throw Unreadable(message: "has more than \(MultipartParser.mostParts) parts")
      }
      var part = MultipartPart(headers: try headers(of: parts.count + 1))
      // A part without content may have its boundary right behind its header.
      let start = starts(with: dashes, at: position) ? position - 2 : position
      guard let end = nextDelimiter(from: start) else {
        throw Unreadable(message: "ends without its closing boundary '\(text(dashes))--'")
      }
      part.body = bytes[position..<max(position, end)]
      position = end + 2 + dashes.count
      parts.append(part)
    }
    return parts
  }

  /// Behind a boundary: whether it is the closing one. Moves to the header of the part otherwise.
  private mutating func isClosed() throws(Unreadable) -> Bool {
    if starts(with: Array("--".utf8), at: position) { return true }
    while position < bytes.count, bytes[position] == UInt8(ascii: " ") || bytes[position] == UInt8(ascii: "\t") {
      position += 1
    }
    guard starts(with: MultipartParser.lineEnd, at: position) else {
      throw Unreadable(message: "has a boundary that does not end its line with CR LF")
    }
    position += 2
    return false
  }

  /// The header fields of a part. Moves behind the empty line.
  private mutating func headers(of number: Int) throws(Unreadable) -> Headers {
    var headers = Headers()
    let start = position
    while true {
      guard let end = find(MultipartParser.lineEnd, from: position, to: start + MultipartParser.longestHeader) else {
        throw Unreadable(message: "has a part \(number) whose header does not end with an empty line of CR LF")
      }
      let line = bytes[position..<end]
      position = end + 2
      if line.isEmpty { return headers }
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")), colon > line.startIndex,
        line[..<colon].allSatisfy({ $0 > 0x20 && $0 < 0x7F }),
        let value = String(validating: line[(colon + 1)...], as: UTF8.self),
        !line[colon...].contains(where: { $0 < 0x20 && $0 != UInt8(ascii: "\t") })
      else { throw Unreadable(message: "has a part \(number) with a line in its header that is no header field") }
      headers.append(String(decoding: line[..<colon], as: UTF8.self), value.trimmingBlanks)
    }
  }

  /// Where the line end before the next boundary stands.
  private func nextDelimiter(from start: Int) -> Int? { find(MultipartParser.lineEnd + dashes, from: start, to: .max) }

  private func find(_ wanted: [UInt8], from start: Int, to limit: Int) -> Int? {
    let last = min(bytes.count - wanted.count, limit)
    guard start <= last else { return nil }
    return (start...last).first { bytes[$0] == wanted[0] && starts(with: wanted, at: $0) }
  }

  private func starts(with wanted: [UInt8], at place: Int) -> Bool {
    place >= 0 && place + wanted.count <= bytes.count && bytes[place..<(place + wanted.count)].elementsEqual(wanted)
  }

  private func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

  private static let lineEnd: [UInt8] = [0x0D, 0x0A]

  private static func isBoundaryCharacter(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    default: "'()+_,-./:=? ".utf8.contains(byte)
    }
  }
}
