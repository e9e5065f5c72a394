/// The first thing in a text that is not JSON: what, where, and what to do about it.
///
/// Its description is one line for a person:
///
/// ```text
/// line 1, column 9: expected ',' or '}' after a member, found ']'
/// ```
public struct JSONError: Error, Sendable, Equatable {
  /// The rule of RFC 8259 that the text breaks, or the bound that it exceeds.
  public enum Code: String, Sendable {
    /// The text stops before its value is complete.
    case unexpectedEnd
    /// A character cannot stand where it does.
    case unexpectedCharacter
    /// A backslash is followed by something that is not an escape.
    case invalidEscape
    /// The text is not UTF-8: overlong, a surrogate, beyond U+10FFFF, cut off, or in another encoding.
    case invalidUTF8
    /// An escape names one half of a surrogate pair, which is not a character.
    case loneSurrogate
    /// A number has a leading zero or lacks a digit.
    case invalidNumber
    /// More arrays and objects are open at once than allowed.
    case tooDeep
    /// Something follows the value.
    case trailingCharacters
    /// A string holds a control character that is not escaped.
    case controlCharacter
    /// An array or object has more values than a tape can count.
    case tooManyElements
    /// The text starts with a byte order mark, which RFC 8259, section 8.1 forbids to send.
    case byteOrderMark
    /// The text is too long for a tape's offsets.
    case tooLarge
  }

  /// The rule that was broken.
  public let code: Code

  /// The offset in bytes, from 0.
  public let offset: Int

  /// The line, from 1. Lines end with a newline.
  public let line: Int

  /// The column in code points, from 1.
  public let column: Int

  /// What is wrong and, where it is not plain, the remedy; without the place.
  public let problem: String

  init(_ fault: JSONFault, in bytes: [UInt8]) {
    code = fault.code
    offset = fault.offset
    problem = fault.problem
    let before = bytes.prefix(fault.offset)
    let lineStart = before.lastIndex(of: Byte.newline).map { $0 + 1 } ?? 0
    line = 1 + before.count { $0 == Byte.newline }
    column = 1 + before[lineStart...].count { $0 & 0xC0 != 0x80 }
  }
}

extension JSONError: CustomStringConvertible {
  /// The place and the problem in one sentence.
  public var description: String { "line \(line), column \(column): \(problem)" }
}
