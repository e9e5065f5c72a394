/// A Unicode property that is asked of the standard library, code point by code point.
enum UnicodeProperty: Sendable, Hashable {
  case category(CategorySet)
  case binary(BinaryProperty)

  func holds(for value: UInt32) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    switch self {
    case .category(let set): return set.contains(CategorySet(scalar.properties.generalCategory))
    case .binary(let property): return property.holds(for: scalar)
    }
  }
}
