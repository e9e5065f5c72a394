internal import DoubletContracts
internal import DoubletEngine
internal import NIOCore

/// How an answer is framed for its request.
struct AnswerFraming {
  /// Whether the request was a HEAD: the header fields tell of the body, and it is not sent.
  var isHead = false
  /// Whether the connection is kept after the answer.
  var keepsAlive: Bool
  /// Whether a kept connection is news to the client (HTTP/1.0).
  var isOldVersion = false
}

extension ByteBuffer {
  /// Writes `100 Continue`.
  mutating func writeContinue() { writeStaticString("HTTP/1.1 100 Continue\r\n\r\n") }

  /// Writes an answer as HTTP/1.1: status line, header fields, body.
  ///
  /// - Parameter length: The length of a body that is written apart.
  mutating func writeAnswer(_ answer: Answer, framing: AnswerFraming, length: Int? = nil, date: String) {
    // A client cannot read a status beyond the usual range.
    let status = (100...999).contains(answer.status) ? answer.status : 500
    let hasBody = HTTPStatus.hasContent(status) && !framing.isHead
    let room = 256 + HeadText.room(for: answer.headers) + (hasBody ? answer.body.count : 0)
    writeWithUnsafeMutableBytes(minimumWritableBytes: room) { memory in
      var text = HeadText(memory)
      text.append(head: status, answer, framing: framing, length: length ?? answer.body.count, date: date)
      if hasBody { answer.body.withUnsafeBytes { text.append($0) } }
      return text.count
    }
  }
}

extension HeadText {
  /// Appends the head of an answer.
  fileprivate mutating func append(
    head status: Int,
    _ answer: Answer,
    framing: AnswerFraming,
    length: Int,
    date: String
  ) {
    append("HTTP/1.1 ")
    append(decimal: status)
    append(" ")
    append(HTTPStatus.phrase(status))
    append("\r\n")
    for (name, value) in answer.headers where !isServersOwn(name) { append(field: name, value) }
    append("Date: ")
    append(date)
    append("\r\n")
    if !framing.keepsAlive {
      append("Connection: close\r\n")
    } else if framing.isOldVersion {
      append("Connection: keep-alive\r\n")
    }
    if HTTPStatus.hasContent(status) || status == 205 {
      append("Content-Length: ")
      append(decimal: HTTPStatus.hasContent(status) ? length : 0)
      append("\r\n")
    }
    append("\r\n")
  }
}

/// Whether a field is written by the server alone.
private func isServersOwn(_ name: String) -> Bool {
  switch name.utf8.count {
  case 4: Headers.matches(name, "date")
  case 10: Headers.matches(name, "connection") || Headers.matches(name, "keep-alive")
  case 14: Headers.matches(name, "content-length")
  case 17: Headers.matches(name, "transfer-encoding")
  default: false
  }
}
