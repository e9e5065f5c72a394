#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Writes files whole.
enum FileWriting {
  /// Why a file cannot be written, in the system's words: `Permission denied`.
  struct Unwritable: Error, Hashable {
    let reason: String
  }

  /// Writes the content of a file beside it and then puts it in its place, so that nobody reads half of it.
  static func write(_ bytes: [UInt8], to path: String) throws(Unwritable) {
    let draft = "\(path).draft"
    guard let file = fopen(draft, "wb") else { throw Unwritable(reason: String(cString: strerror(errno))) }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count, rename(draft, path) == 0 else {
      let reason = String(cString: strerror(errno))
      remove(draft)
      throw Unwritable(reason: reason)
    }
  }
}
