/// Names as inference compares them: without regard to case, separators and number, so that `pet_id` is `petId` and
/// `pets` are `pet`.
struct Word: Hashable {
  /// Letters and digits in lower case.
  let letters: String

  init(_ name: some StringProtocol) {
    letters = String(name.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic || ("0"..."9").contains($0) })
  }

  /// The word for one of the things: `pet` of `pets`, `category` of `categories`, `address` of `addresses`.
  var singular: Word {
    if letters.hasSuffix("ies"), letters.count > 4 { return Word(letters.dropLast(3) + "y") }
    for end in ["sses", "xes", "ches", "shes", "uses"] where letters.hasSuffix(end) { return Word(letters.dropLast(2)) }
    if letters.hasSuffix("s"), !letters.hasSuffix("ss"), !letters.hasSuffix("us"), letters.count > 2 {
      return Word(letters.dropLast())
    }
    return self
  }

  /// Whether both speak of the same thing.
  func isOf(_ other: Word) -> Bool { self == other || singular == other.singular }

  /// What follows a word at the start, where it starts with that.
  func after(_ start: Word) -> Word? {
    letters.hasPrefix(start.letters) && letters.count > start.letters.count
      ? Word(letters.dropFirst(start.letters.count)) : nil
  }
}

extension Set<Word> {
  /// The words of a line.
  init(_ line: String) { self.init(line.split(separator: " ").map { Word($0) }) }
}

extension Word {
  /// What it stands for among words that mean something.
  func role<Role>(in names: [(words: Set<Word>, role: Role)]) -> Role? {
    names.first { $0.words.contains(self) }?.role
  }
}
