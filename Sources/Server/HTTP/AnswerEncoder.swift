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
  mutating func writeAnswer(_ answer: Answer, framing: AnswerFraming, date: String) {
    // The interpolation of a status in the usual range; a client cannot read another.
    let status = (100...999).contains(answer.status) ? answer.status : 500
    writeStaticString("HTTP/1.1 ")
    writeDecimal(status)
    writeStaticString(" ")
    writeString(HTTPStatus.phrase(status))
    writeStaticString("\r\n")
    for (name, value) in answer.headers where !isServersOwn(name) { writeField(name, value) }
    writeStaticString("Date: ")
    writeString(date)
    writeStaticString("\r\n")
    if !framing.keepsAlive {
      writeStaticString("Connection: close\r\n")
    } else if framing.isOldVersion {
      writeStaticString("Connection: keep-alive\r\n")
    }
    let hasBody = statusHasBody(status)
    if hasBody || status == 205 {
      writeStaticString("Content-Length: ")
      writeDecimal(hasBody ? answer.body.count : 0)
      writeStaticString("\r\n")
    }
    writeStaticString("\r\n")
    if hasBody, !framing.isHead { writeBytes(answer.body) }
  }

  private mutating func writeDecimal(_ number: Int) { writeString(String(number)) }

  private mutating func writeField(_ name: String, _ value: String) {
    guard !name.isEmpty, name.utf8.allSatisfy(\.isTokenByte) else { return }
    writeString(name)
    writeStaticString(": ")
    if value.utf8.allSatisfy(\.isFieldByte) {
      writeString(value)
    } else {
      // A value that came from a request must not end the field (response splitting).
      writeBytes(value.utf8.map { $0.isFieldByte ? $0 : 0x20 })
    }
    writeStaticString("\r\n")
  }
}

/// Whether an answer of this status has content. One with 205 has none, but says so.
func statusHasBody(_ status: Int) -> Bool { status >= 200 && status != 204 && status != 205 && status != 304 }

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
