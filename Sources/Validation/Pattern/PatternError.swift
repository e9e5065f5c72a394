/// A fault in the text of a regular expression: the place, what is wrong there, and the remedy.
public struct PatternError: Error, Sendable, Hashable {
  /// The offset of the fault from the start of the expression, in code points.
  public let position: Int

  /// The sentence to show, such as "nothing to repeat before '*' at character 3; escape it as '\*' or remove it".
  ///
  /// Characters are counted from one here, as people and editors do.
  public let message: String

  init(_ problem: String, at position: Int, remedy: String) {
    self.position = position
    self.message = "\(problem) at character \(position + 1); \(remedy)"
  }
}

extension PatternError: CustomStringConvertible {
  /// The message.
  public var description: String { message }
}
