#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads files whole.
enum FileReading {
  /// Why a file cannot be read, in the system's words: `No such file or directory`.
  struct Unreadable: Error, Hashable {
    let reason: String
  }

  /// The content of a file.
  static func bytes(of path: String) throws(Unreadable) -> [UInt8] {
    guard let file = fopen(path, "rb") else { throw Unreadable(reason: String(cString: strerror(errno))) }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&buffer, 1, buffer.count, file)
      bytes += buffer[..<count]
      guard count == buffer.count else { break }
    }
    // A folder opens, and fails only here.
    guard ferror(file) == 0 else { throw Unreadable(reason: String(cString: strerror(errno))) }
    return bytes
  }
}
