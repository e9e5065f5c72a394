#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads files without Foundation.
enum File {
  static func bytes(of path: String) throws -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Mistake("cannot open \(path)") }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while case let count = fread(&chunk, 1, chunk.count, file), count > 0 { bytes += chunk[..<count] }
    return bytes
  }
}

/// Standard output, not buffered: a script waits for the line.
enum StandardOutput {
  static func write(_ text: String) {
    print(text, terminator: "")
    fflush(nil)
  }

  /// Ends the process: what was asked for did not come about.
  static func fail() -> Never { exit(1) }
}
