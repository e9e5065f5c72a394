#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The process's streams: what it makes goes to `output`, what it tells people to `error`. Nothing is buffered, so a line
/// is there when it is written.
enum StandardStream: Int32 {
  /// Standard output.
  case output = 1
  /// Standard error.
  case error = 2

  /// Writes lines, with a line end after the last; an empty text writes nothing.
  func write(_ text: String) {
    guard !text.isEmpty else { return }
    var text = text
    if !text.hasSuffix("\n") { text += "\n" }
    text.withUTF8 { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = posixWrite(rawValue, UnsafeBufferPointer(rebasing: rest))
        if count < 0, errno == EINTR { continue }
        // Nobody reads any more: there is nobody to tell.
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }

  /// Whether it is a terminal.
  var isTerminal: Bool { isatty(rawValue) == 1 }
}

private func posixWrite(_ descriptor: Int32, _ bytes: UnsafeBufferPointer<UInt8>) -> Int {
  write(descriptor, bytes.baseAddress, bytes.count)
}
