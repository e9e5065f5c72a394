import DoubletJSON

/// Bodies of JSON texts: one, one a line, or one behind each record separator.
enum JSONDocuments {
  /// The one text of a body.
  static func tape(of bytes: [UInt8], _ place: String = "") throws(Unreadable) -> JSONTape {
    do {
      return try JSONTape(parsing: bytes)
    } catch {
      throw Unreadable(
        keyword: error.code == .tooDeep ? "depth" : "malformed",
        message: "is no JSON\(place): \(error)"
      )
    }
  }

  /// The texts of `application/x-ndjson`; empty lines are none.
  static func lines(of bytes: [UInt8]) throws(Unreadable) -> [JSONTape] {
    var tapes: [JSONTape] = []
    for (index, line) in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      let isEmpty = line.allSatisfy { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") || $0 == UInt8(ascii: "\r") }
      if !isEmpty { tapes.append(try tape(of: Array(line), " in its line \(index + 1)")) }
    }
    return tapes
  }

  /// The texts of `application/json-seq` (RFC 7464).
  static func sequence(in bytes: [UInt8]) throws(Unreadable) -> [JSONTape] {
    let separator: UInt8 = 0x1E
    guard bytes.first == separator else {
      throw Unreadable(message: "is no sequence of JSON texts: each begins with the byte 1E")
    }
    var tapes: [JSONTape] = []
    for (index, text) in bytes.split(separator: separator).enumerated() {
      tapes.append(try tape(of: Array(text), " in its text \(index + 1)"))
    }
    return tapes
  }
}
