internal import DoubletContracts
internal import DoubletEngine
internal import DoubletJSON
internal import DoubletValidation

/// A request that keeps the control API's contract, and the sandboxes that it speaks of.
struct ControlCall {
  let admission: Admission
  let fake: Fake
  /// How often bytes came that are no HTTP request.
  let unreadable: Int
  /// The sandbox that prefix or header names, else `default`.
  let sandbox: String
  /// Whether it speaks of all sandboxes.
  let isOfAll: Bool
  /// Scheme and host that the request came by.
  let base: String

  init(_ admission: Admission, _ request: Request, _ fake: Fake, unreadable: Int) throws(FakeError) {
    self.admission = admission
    self.fake = fake
    self.unreadable = unreadable
    let name: String
    do throws(FakeError) {
      name = try SandboxName.named(by: Target(request.target), request.headers)
    } catch {
      throw FakeError(error.description, kind: .malformed)
    }
    sandbox = name
    isOfAll = admission.parameter(.query, "sandbox") != nil
    base = "http://\(request.headers["Host"] ?? "localhost")"
  }

  /// The sandboxes that it speaks of.
  var sandboxes: [String] { isOfAll ? fake.sandboxNames : [sandbox] }

  /// Does what the operation says.
  func answer() throws(FakeError) -> Answer {
    guard let operation = ControlOperation(rawValue: admission.operation) else {
      throw FakeError("Nothing answers the operation '\(admission.operation)'.", kind: .notImplemented)
    }
    return switch operation {
    case .index: index()
    case .health: health()
    case .listSandboxes: listSandboxes()
    case .createSandbox: try createSandbox()
    case .deleteSandbox: try deleteSandbox()
    case .reset: reset()
    case .listRecords: try listRecords()
    case .putRecords: try putRecords()
    case .deleteRecords: try deleteRecords()
    case .getRecord: try getRecord()
    case .putRecord: try putRecord()
    case .deleteRecord: try deleteRecord()
    case .listFaults: listFaults()
    case .addFault: try addFault()
    case .deleteFaults: deleteFaults()
    case .getFault: try getFault()
    case .deleteFault: try deleteFault()
    case .getClock: clock()
    case .setClock: try setClock()
    case .getCredentials: try getCredentials()
    case .putCredentials: try putCredentials()
    case .getQuotas: try getQuotas()
    case .putQuotas: try putQuotas()
    case .getJournal: journal()
    case .deleteJournal: deleteJournal()
    case .getExchange: try getExchange()
    case .verify: try verify()
    }
  }

  /// The body; an empty object where there is none.
  var body: JSON { admission.body ?? .object(JSONObject()) }

  /// The value of a parameter in the path.
  func path(_ name: String) -> String {
    let value = admission.parameter(.path, name)
    return value?.string ?? value?.text() ?? ""
  }

  /// An answer without a body.
  static let done = Answer(status: 204)
}

/// Reads a value of a request's body; what is wrong with it is a violation.
func decoding<Value>(
  at place: JSONPointer = JSONPointer(),
  _ read: () throws(DecodingError) -> Value
) throws(FakeError) -> Value {
  do throws(DecodingError) {
    return try read()
  } catch {
    let pointer = JSONPointer(tokens: ["body"] + place.tokens + error.pointer.tokens)
    throw FakeError(
      "\(pointer) \(error.message).",
      violations: [Violation(side: .request, code: "body.invalid", pointer: pointer, message: error.message)]
    )
  }
}

extension JSON {
  /// A whole number.
  static func int(_ number: Int) -> JSON { .number(JSONNumber(number)) }
}
