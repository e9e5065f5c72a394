/// A string that is equal to another only if its code points are, which Swift's own equality does not ask for.
struct JSONKey: Hashable, Sendable {
  let string: String

  init(_ string: String) { self.string = string }

  static func == (first: JSONKey, second: JSONKey) -> Bool { areSameCodePoints(first.string, second.string) }

  func hash(into hasher: inout Hasher) {
    withUTF8(of: string) { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    hasher.combine(UInt8(0xFF))
  }
}
