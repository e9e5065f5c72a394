import DoubletContracts
import DoubletJSON

/// The numbers that a demand allows, as whole multiples of a step between two ends, all in units of one power of ten.
struct NumberGrid {
  private let unit: Int
  private let step: Int128
  private var least: Int128?
  private var greatest: Int128?

  /// The grid of a demand; nothing where its numbers do not fit.
  init?(_ demand: NumberDemand, _ types: JSONTypes) {
    let isWhole = !types.contains(.number) && types.contains(.integer) || demand.formats.contains { $0.isWhole }
    let limits = demand.formats.compactMap(\.limits)
    let lower =
      demand.lower.map { (ExactDecimal($0.limit), $0.isExclusive) }
      + limits.map { (ExactDecimal($0.lowerBound), false) }
    let upper =
      demand.upper.map { (ExactDecimal($0.limit), $0.isExclusive) }
      + limits.map { (ExactDecimal($0.upperBound), false) }
    let factors = demand.factors.map(ExactDecimal.init)
    let all = lower.map(\.0) + upper.map(\.0) + factors
    guard all.allSatisfy({ $0 != nil }) else { return nil }
    let finest = all.compactMap { $0?.exponent }.min() ?? 0
    // Between two limits of a step of one there may be room only for a finer step.
    unit = isWhole || !factors.isEmpty ? min(finest, 0) : min(finest, 0) - 1
    guard let one = ExactDecimal(coefficient: 1, exponent: 0).units(of: unit) else { return nil }
    var step: Int128 = isWhole ? one : 1
    if !isWhole, factors.isEmpty == false { step = 0 }
    for factor in factors {
      guard let units = factor?.units(of: unit), let multiple = Self.leastMultiple(step, units) else { return nil }
      step = multiple
    }
    guard step > 0 else { return nil }
    self.step = step
    for (limit, isExclusive) in lower {
      guard let units = limit?.units(of: unit) else { return nil }
      least = max(least ?? .min, isExclusive ? units + 1 : units)
    }
    for (limit, isExclusive) in upper {
      guard let units = limit?.units(of: unit) else { return nil }
      greatest = min(greatest ?? .max, isExclusive ? units - 1 : units)
    }
  }

  /// The number of the grid nearest to one that is preferred, or as many steps from it, around the end where there is one.
  func nearest(to number: JSONNumber, skipping steps: Int) -> JSONNumber? {
    guard let wanted = ExactDecimal(number)?.units(of: unit, rounding: true) else { return nil }
    var value = floor(wanted)
    if let least, value < least { value = floor(least) == least ? least : floor(least) + step }
    if let greatest, value > greatest { value = floor(greatest) }
    for _ in 0..<steps {
      value += step
      if let greatest, value > greatest { value = least.map { floor($0) == $0 ? $0 : floor($0) + step } ?? value }
    }
    return ExactDecimal(coefficient: value, exponent: unit).number
  }

  private func floor(_ value: Int128) -> Int128 {
    let rest = value % step
    return rest < 0 ? value - rest - step : value - rest
  }

  private static func leastMultiple(_ first: Int128, _ second: Int128) -> Int128? {
    guard first != 0, second != 0 else { return max(first, second) }
    var (a, b) = (first, second)
    while b != 0 { (a, b) = (b, a % b) }
    let (product, overflows) = (first / a).multipliedReportingOverflow(by: second)
    return overflows ? nil : product
  }
}

extension Format {
  /// Whether the format allows whole numbers only.
  fileprivate var isWhole: Bool { instanceKind == .number && self != .float && self != .double }

  /// The ends of the format's range; nothing for one without.
  fileprivate var limits: ClosedRange<JSONNumber>? {
    switch self {
    case .int8: JSONNumber(-128)...JSONNumber(127)
    case .uint8: JSONNumber(0)...JSONNumber(255)
    case .int16: JSONNumber(Int(Int16.min))...JSONNumber(Int(Int16.max))
    case .uint16: JSONNumber(0)...JSONNumber(Int(UInt16.max))
    case .int32: JSONNumber(Int(Int32.min))...JSONNumber(Int(Int32.max))
    case .uint32: JSONNumber(0)...JSONNumber(Int(UInt32.max))
    case .int64: JSONNumber(Int.min)...JSONNumber(Int.max)
    case .uint64: JSONNumber(0)...JSONNumber(Int.max)
    case .doubleInteger: JSONNumber(1 - 1 << 53)...JSONNumber(1 << 53 - 1)
    default: nil
    }
  }
}
