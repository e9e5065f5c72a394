import DoubletContracts
import DoubletJSON
import DoubletValidation

/// A request for an operation, in the terms of its contract: one part can be changed and the rest stays.
struct RequestDraft {
  let api: ServedContract
  let operation: ServedOperation
  var method: String
  /// What is sent of each parameter, by its number; nothing: it is left out.
  var parameters: [Int: Parameter] = [:]
  var body: Body?
  /// The credentials, each with the index of its scheme.
  var credentials: [(scheme: Int, value: String)] = []
  var accept: String?

  /// A parameter to be sent.
  enum Parameter {
    case value(JSON)
    /// A text that is not written as its style asks.
    case text(String)
    /// A value, twice.
    case twice(JSON)
  }

  /// A body to be sent.
  enum Body {
    /// A value as the media type of that number.
    case value(JSON, type: Int)
    /// Bytes that need not be what their type says.
    case bytes([UInt8], contentType: String)
  }

  init(_ api: ServedContract, _ operation: ServedOperation) {
    self.api = api
    self.operation = operation
    method = operation.row.method
  }

  /// The request.
  ///
  /// - Throws: why HTTP cannot carry it.
  func request() throws(Unsendable) -> Request {
    var parts = RequestParts()
    for (number, parameter) in operation.parameters.enumerated() {
      if let sent = parameters[number] { try write(sent, parameter, to: &parts) }
    }
    for (scheme, value) in credentials { CredentialWriter.write(value, of: api.contract.schemes[scheme], to: &parts) }
    if let accept { parts.headers.append("Accept", accept) }
    switch body {
    case .value(let value, let number):
      let content = operation.contents[number]
      let writer = BodyWriter(content, api)
      guard let bytes = writer.bytes(of: value) else {
        throw Unsendable("\(value.kind) cannot be written as \(writer.row.name)")
      }
      parts.body = bytes
      parts.headers.append("Content-Type", writer.contentType)
    case .bytes(let bytes, let type):
      parts.body = bytes
      parts.headers.append("Content-Type", type)
    case nil: break
    }
    guard let request = parts.request(method, operation.row.path) else {
      throw Unsendable("an empty value makes it another path")
    }
    return request
  }

  private func write(
    _ sent: Parameter,
    _ parameter: ServedParameter,
    to parts: inout RequestParts
  ) throws(Unsendable) {
    let writer = ParameterWriter(parameter: parameter)
    let isWritten =
      switch sent {
      case .value(let value): writer.write(value, to: &parts)
      case .text(let text): writer.write(text: text, to: &parts)
      case .twice(let value): writer.write(value, to: &parts) && writer.write(value, to: &parts)
      }
    guard isWritten else {
      throw Unsendable("the value cannot stand in a \(parameter.row.location == .cookie ? "cookie" : "header field")")
    }
  }
}

/// Why a request cannot be made: there is no value, or HTTP cannot carry it.
struct Unsendable: Error, Hashable {
  let reason: String
  /// Whether it follows from the contract; else none was found.
  let isCertain: Bool

  init(_ reason: String, isCertain: Bool = false) {
    self.reason = reason
    self.isCertain = isCertain
  }

  init(_ hindrance: Hindrance) { self.init(hindrance.reason, isCertain: hindrance.isCertain) }

  /// What becomes of a proof for it.
  var outcome: Proof.Outcome { isCertain ? .unbreakable(reason) : .unproven(reason) }
}
