import DoubletContracts
import DoubletJSON

extension Evaluator {
  /// Whether the value, which is of `kind`, is of one of the types of a mask.
  @inline(__always)
  func isType(_ mask: Int32, _ value: JSONCursor, _ kind: JSONKind) -> Bool {
    if mask & kind.typeBit != 0 { return true }
    return kind == .number && mask & JSONKind.integerBit != 0 && value.number.isInteger
  }

  /// Whether the value is one of an `enum` or the one of a `const`.
  func isChoice(_ step: Instruction, _ value: JSONCursor) -> Bool {
    let choice = rows.pointee.choices[step.a]
    if value.kind == .string {
      return choice.strings >= 0 && place(of: value, in: rows.pointee.nameTables[choice.strings]) >= 0
    }
    for index in choice.start..<(choice.start &+ choice.count)
    where value.isEqual(to: program.source.values[Int(rows.pointee.choiceValues[index])]) {
      return true
    }
    return false
  }

  /// How the number stands to the operand.
  @inline(__always)
  func number(_ step: Instruction, _ value: JSONCursor) -> JSONNumber.Order {
    value.number.compare(with: program.numbers[Int(step.a)])
  }

  /// Whether a string or key matches a pattern; one that is undecided does not, and leaves a doubt.
  mutating func matches(_ pattern: Int, _ string: JSONCursor) -> Bool {
    let verdict = string.withCharacters { program.patterns[pattern].matches($0) }
    if verdict == .undecided { doubt = doubt ?? .pattern(pattern) }
    return verdict == .matches
  }

  /// Whether a string or number has a format.
  func isFormat(_ index: Int, _ value: JSONCursor) -> Bool {
    let format = rows.pointee.formats[index]
    switch (value.kind, format.instanceKind) {
    case (.string, .string): return value.withCharacters { format.accepts($0) }
    case (.number, .number):
      // A double is read only for the formats that it decides, since a long number is copied for it.
      let isWide = format == .float || format == .double || format == .uint64
      return format.acceptsNumber(integer: value.number.int, double: isWide ? value.number.double : 0)
    default: return true
    }
  }

  /// The place of a string or key in a table of names, or -1.
  @inline(__always)
  func place(of key: JSONCursor, in table: NameTable) -> Int32 {
    key.entry.isEscaped
      ? key.withCharacters { rows.pointee.place(of: $0, in: table) } : rows.pointee.place(of: key.utf8, in: table)
  }
}

extension JSONKind {
  /// The bit of ``JSONTypes`` that every value of the kind has: of a number that of `number`, since whether it is an
  /// integer too depends on its digits.
  @inline(__always)
  var typeBit: Int32 { 1 &<< (Int32(rawValue) &+ (rawValue >= 2 ? 1 : 0)) }

  /// The bit of `integer` alone.
  @inline(__always)
  static var integerBit: Int32 { 4 }
}

extension JSONCursor {
  /// Lends the characters of a string or key. Only one with escapes is copied for it.
  @inline(__always)
  func withCharacters<R>(_ body: (UnsafeBufferPointer<UInt8>) -> R) -> R {
    guard entry.isEscaped else { return body(utf8) }
    var characters = string
    return characters.withUTF8(body)
  }
}
