/// A first pass over an expression that counts its capturing groups and reads their names.
///
/// Whether `\3` is a back-reference depends on groups that may open later, so they are counted before parsing.
struct PatternGroupScan {
  private(set) var count = 0
  private(set) var names: [String: Int] = [:]

  static func scan(_ scalars: [UInt32]) throws(PatternError) -> PatternGroupScan {
    var result = PatternGroupScan()
    var isInClass = false
    var index = 0
    while index < scalars.count {
      switch Unicode.Scalar(scalars[index]) {
      case "\\": index += 1
      case "[": isInClass = true
      case "]": isInClass = false
      case "(" where !isInClass: try result.open(at: index, in: scalars)
      default: break
      }
      index += 1
    }
    return result
  }

  private mutating func open(at index: Int, in scalars: [UInt32]) throws(PatternError) {
    let rest = Self.string(scalars[(index + 1)...].prefix(3))
    guard rest.hasPrefix("?") else {
      count += 1
      return
    }
    guard rest.hasPrefix("?<"), rest != "?<=", rest != "?<!" else { return }
    count += 1
    let letters = scalars[(index + 3)...].prefix { $0 != 0x3E }
    let name = Self.string(letters)
    guard names.updateValue(count, forKey: name) == nil else {
      throw PatternError(
        "the group name '\(name)' is used twice",
        at: index + 3,
        remedy: "give each group its own name"
      )
    }
  }

  static func string(_ scalars: some Sequence<UInt32>) -> String {
    var result = ""
    result.unicodeScalars.append(contentsOf: scalars.lazy.compactMap { Unicode.Scalar($0) })
    return result
  }
}
