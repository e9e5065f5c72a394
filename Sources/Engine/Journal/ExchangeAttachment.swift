import DoubletValidation

/// What an exchange has beside its bytes in a page: what is rare, and what is too long to be copied.
struct ExchangeAttachment: Sendable {
  /// Bodies of more bytes are not copied.
  static let mostCopiedBytes = 4096

  var violations: [Violation]
  var warnings: [Violation]
  /// Nil: it stands in the page.
  var requestBody: [UInt8]?
  /// Nil: it stands in the page.
  var answerBody: [UInt8]?

  /// Bytes that it is counted with.
  var weight: Int {
    (violations.count + warnings.count) * 256 + (requestBody?.count ?? 0) + (answerBody?.count ?? 0)
  }
}
