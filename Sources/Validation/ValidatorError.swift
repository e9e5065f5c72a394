public import DoubletContracts

/// A rule that cannot be enforced: why no validator was made. A contract with one must not be served.
public struct ValidatorError: Error, Sendable, Hashable {
  /// Where the rule stands, as a fragment: `#/components/schemas/Plate/properties/code/pattern`.
  public let schemaLocation: String
  /// Where the rule stands, as a line.
  public let position: SourcePosition
  /// What is wrong and what would be right.
  public let message: String

  init(schemaLocation: String, position: SourcePosition, message: String) {
    self.schemaLocation = schemaLocation
    self.position = position
    self.message = message
  }
}

extension ValidatorError: CustomStringConvertible {
  /// `#/components/schemas/Plate/properties/code/pattern: nothing to repeat before '*' at character 1; …`
  public var description: String { "\(schemaLocation): \(message)" }
}
