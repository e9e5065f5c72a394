import DoubletJSON

/// Readable values for members and parameters, by what their names usually mean.
enum Words {
  /// Strings for a name, the most fitting first. Any `variety` but 0 gives others.
  static func strings(named name: String, variety: Int) -> [String] {
    let words = parts(of: name)
    guard let last = words.last else { return varied(plain, variety) }
    let whole = words.joined(separator: " ")
    for key in [whole, words.suffix(2).joined(separator: " "), last] {
      guard let known = known[key] else { continue }
      return varied(known, variety) + [last]
    }
    if ["id", "ids", "identifier", "key", "ref", "reference", "number", "code"].contains(last) {
      let stem = words.count > 1 ? words.dropLast().joined(separator: "-") : last
      return ["\(stem)-\(variety + 1)", "\(variety + 1)"]
    }
    if ["at", "time", "timestamp", "on", "until"].contains(last), words.count > 1 || last != "at" {
      return [FormatSamples.moment(variety), FormatSamples.day(variety)]
    }
    return variety == 0 ? [whole, last] : ["\(whole) \(variety)", "\(last)\(variety)"]
  }

  /// A number for a name.
  static func number(named name: String, isWhole: Bool, variety: Int) -> JSONNumber {
    let last = parts(of: name).last ?? ""
    guard let text = numbers[last] ?? numbers[singular(last)], let known = JSONNumber(text: text) else {
      return isWhole || variety > 0 ? JSONNumber(1 + variety) : JSONNumber(1.5)
    }
    guard variety > 0, let whole = Int(text.prefix { $0 != "." }) else {
      return isWhole && !known.isInteger ? JSONNumber(Int(known.double)) : known
    }
    let fraction = text.drop { $0 != "." }
    return JSONNumber(text: isWhole ? "\(whole + variety)" : "\(whole + variety)\(fraction)") ?? known
  }

  /// The name of one of those that a name means.
  static func singular(_ name: String) -> String {
    if name.hasSuffix("ies"), name.count > 4 { return name.dropLast(3) + "y" }
    guard name.hasSuffix("s"), !name.hasSuffix("ss"), !name.hasSuffix("us"), !name.hasSuffix("is") else { return name }
    return String(name.dropLast())
  }

  /// The words of a name in lower case: `createdAt` is `created`, `at`.
  static func parts(of name: String) -> [String] {
    var words: [String] = []
    var isUpper = false
    var word = ""
    for character in name {
      if character.isUppercase, !isUpper, !word.isEmpty {
        words.append(word)
        word = ""
      }
      if character.isLetter || character.isNumber {
        word += character.lowercased()
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
      isUpper = character.isUppercase
    }
    return word.isEmpty ? words : words + [word]
  }

  private static func varied(_ words: [String], _ variety: Int) -> [String] {
    guard variety > 0 else { return words }
    let start = variety % words.count
    return Array(words[start...] + words[..<start]) + words.map { "\($0) \(variety)" } + words.map { "\($0)\(variety)" }
  }
}
