import NIOCore
import NIOHTTP1

/// An answer as `curl -i` wrote it to a file: what Doublet gave, for the bare server to give too.
struct Recorded: Sendable {
  let status: Int
  let headers: HTTPHeaders
  let body: ByteBuffer

  init(file: String) throws {
    let text = String(decoding: try File.bytes(of: file), as: UTF8.self)
    guard let end = text.firstRange(of: "\r\n\r\n") else { throw Mistake("\(file) holds no answer of HTTP") }
    let lines = text[..<end.lowerBound].split(separator: "\r\n")
    guard let status = lines.first?.split(separator: " ").dropFirst().first.flatMap({ Int($0) }) else {
      throw Mistake("\(file) begins with no status line")
    }
    self.status = status
    headers = HTTPHeaders(
      lines.dropFirst().compactMap { line in
        guard let colon = line.firstIndex(of: ":") else { return nil }
        return (String(line[..<colon]), String(line[colon...].dropFirst(2)))
      }
    )
    body = ByteBuffer(string: String(text[end.upperBound...]))
  }
}
