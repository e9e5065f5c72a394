/// Whether two buffers hold the same bytes.
@usableFromInline
func areEqual(_ first: UnsafeBufferPointer<UInt8>, _ second: UnsafeBufferPointer<UInt8>) -> Bool {
  guard first.count == second.count else { return false }
  guard let left = UnsafeRawPointer(first.baseAddress), let right = UnsafeRawPointer(second.baseAddress) else {
    return true
  }
  // Both pointers are read below `count` only: eight bytes while eight are left, then one at a time.
  let count = first.count
  var offset = 0
  while offset &+ 8 <= count {
    let difference =
      left.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      ^ right.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    guard difference == 0 else { return false }
    offset &+= 8
  }
  while offset < count {
    guard left.load(fromByteOffset: offset, as: UInt8.self) == right.load(fromByteOffset: offset, as: UInt8.self) else {
      return false
    }
    offset &+= 1
  }
  return true
}

/// Whether two strings are the same code points.
///
/// Swift's `==` also takes different code points for equal if they are canonically equivalent, such as U+00E9 and
/// U+0065 U+0301. JSON does not (RFC 8259, section 8.3).
func areSameCodePoints(_ first: String, _ second: String) -> Bool {
  withUTF8(of: first) { first in withUTF8(of: second) { second in areEqual(first, second) } }
}

/// Lends the bytes of a string. A Swift string's own storage is UTF-8, so that this does not copy.
@inlinable @inline(__always)
public func withUTF8<R, E: Error>(
  of string: String,
  _ body: (UnsafeBufferPointer<UInt8>) throws(E) -> R
) throws(E) -> R {
  let result = string.utf8.withContiguousStorageIfAvailable { bytes in
    Result { () throws(E) -> R in try body(bytes) }
  }
  if let result { return try result.get() }
  return try Array(string.utf8).withUnsafeBufferPointer(body)
}
