extension Format {
  /// The kind of JSON value that a format is about; it ignores all others.
  public enum InstanceKind: Sendable, Hashable {
    /// Strings, asked by ``Format/accepts(_:)-(String)``.
    case string
    /// Numbers, asked by ``Format/acceptsNumber(integer:double:)``.
    case number
  }

  /// Whether the format narrows strings or numbers.
  public var instanceKind: InstanceKind {
    switch self {
    case .int8, .uint8, .int16, .uint16, .int32, .uint32, .int64, .uint64, .doubleInteger, .float, .double: .number
    default: .string
    }
  }

  /// Whether a number has the format. True for a format of strings.
  ///
  /// - Parameters:
  ///   - integer: The number, when it is mathematically an integer (`1.0` is) that fits; nil when it does not.
  ///   - double: The nearest double, infinite for a number beyond all doubles. It decides `float` and `double`, and the
  ///     upper half of `uint64`.
  public func acceptsNumber(integer: Int?, double: Double) -> Bool {
    switch self {
    case .int8: integer.flatMap(Int8.init(exactly:)) != nil
    case .uint8: integer.flatMap(UInt8.init(exactly:)) != nil
    case .int16: integer.flatMap(Int16.init(exactly:)) != nil
    case .uint16: integer.flatMap(UInt16.init(exactly:)) != nil
    case .int32: integer.flatMap(Int32.init(exactly:)) != nil
    case .uint32: integer.flatMap(UInt32.init(exactly:)) != nil
    case .int64: integer != nil
    // The double nearest to 2^64 - 1 is 2^64, hence the closed bound: the edge is granted rather than refused.
    case .uint64: integer.map { $0 >= 0 } ?? (double >= 0x1p63 && double <= 0x1p64)
    case .doubleInteger: integer.map { $0.magnitude < 1 << 53 } ?? false
    case .float: abs(double) <= Double(Float.greatestFiniteMagnitude)
    case .double: double.isFinite
    default: true
    }
  }
}
