import Testing

/// How a client reaches a fake.
enum Transport: String, CaseIterable, Sendable, CustomTestStringConvertible {
  /// Through `Fake.answer`.
  case inProcess
  /// Through a server on a port of its own, as any client would.
  case http

  var testDescription: String { self == .inProcess ? "in process" : "over HTTP" }
}
