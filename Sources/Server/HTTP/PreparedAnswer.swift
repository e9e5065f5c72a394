internal import DoubletEngine
internal import NIOCore

/// An answer whose body is ready to be written, in pieces: a loop writes one at a time, and copies none of them.
struct PreparedAnswer: Sendable {
  /// Bytes of a piece.
  static let pieceLength = 256 * 1024

  /// The answer; its body is in the pieces where there are some.
  var answer: Answer
  let length: Int
  let pieces: [ByteBuffer]

  /// Takes a body apart that is longer than one piece.
  init(_ answer: Answer) {
    self.answer = answer
    length = answer.body.count
    guard length > PreparedAnswer.pieceLength else {
      pieces = []
      return
    }
    let body = answer.body
    pieces = stride(from: 0, to: length, by: PreparedAnswer.pieceLength).map { start in
      ByteBuffer(bytes: body[start..<min(start + PreparedAnswer.pieceLength, body.count)])
    }
    self.answer.body = []
  }
}
