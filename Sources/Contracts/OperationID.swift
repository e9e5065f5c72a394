/// The id of an operation. The build generates a constant for every operation of the bundled specs, so that a renamed
/// operation breaks the build of the tests that use it.
public struct OperationID: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// `operationId`, or `api/operationId` where several APIs have the same.
  public let rawValue: String

  /// The operation of that id.
  public init(_ rawValue: String) { self.rawValue = rawValue }

  /// The operation of that id.
  public init(stringLiteral value: String) { rawValue = value }

  /// The id.
  public var description: String { rawValue }
}
