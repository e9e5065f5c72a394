import DoubletContracts

/// What is done about a header field that answers declare, known once a contract.
struct HeaderUse: OptionSet, Sendable {
  let rawValue: UInt8

  /// The spec makes its value of the case.
  static let isWorded = HeaderUse(rawValue: 1)
  /// It is sent where nothing made it: the document shows it, or it must be there.
  static let isShown = HeaderUse(rawValue: 2)
  /// It is held against its schema: it is none of the server's own.
  static let isJudged = HeaderUse(rawValue: 4)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  init(_ header: HeaderRow) {
    self = []
    switch header.value {
    case .absent: break
    case .constant: insert(.isShown)
    default: formUnion([.isWorded, .isShown])
    }
    if header.isRequired { insert(.isShown) }
    if Headers.isServersOwn(header.name) { remove(.isShown) } else { insert(.isJudged) }
  }
}
