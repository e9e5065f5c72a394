internal import DoubletContracts
public import DoubletEngine
internal import DoubletJSON
internal import DoubletSpecs
internal import DoubletValidation

/// The control API: how a test steers a fake over HTTP, under `/__doublet`.
///
/// It is described by `specs/control.yaml`, and routed and validated by the code that serves every API; what its
/// operations do is one small function each, in the file of their noun:
///
/// ```
/// ControlGate          who may steer: foreign origins and hosts may not, off loopback a token is asked
/// ControlOperation     the operations of the contract
/// ControlCall          a request that keeps the contract, and the sandboxes that it speaks of
/// ControlCall+Index    +Health  +Sandboxes  +Reset  +State  +Faults  +Clock  +Credentials  +Quotas  +Journal  +Verify
/// ```
///
/// It is pure: a request in, an answer out. Its requests are in no journal, quota or fault.
public struct ControlAPI: Sendable {
  private let fake: Fake
  /// Routes and validates by the control API's own contract.
  private let own: Fake
  private let gate: ControlGate
  let unreadable = UnreadableCount()

  /// The control API of a fake.
  ///
  /// - Parameters:
  ///   - fake: What is steered.
  ///   - token: What a request must carry as `Authorization: Bearer …`; nil: nothing is asked, as on loopback.
  ///   - allowedHosts: Names, without port, that `Host` may have beside those of loopback.
  public init(_ fake: Fake, token: String? = nil, allowedHosts: [String] = []) throws(FakeError) {
    guard let contract = Specs.control else { throw FakeError("This build lacks specs/control.yaml.") }
    for operation in contract.operations where ControlOperation(rawValue: operation.id) == nil {
      throw FakeError("\(contract.place(operation.position)): nothing answers the operation '\(operation.id)'.")
    }
    self.fake = fake
    own = try Fake([contract])
    gate = ControlGate(token: token, allowedHosts: allowedHosts)
  }

  /// The reply to a request, or nil where its path is not the control API's. What goes through a whole journal or
  /// collection, or judges one, is answered later.
  func reply(to request: Request, refused: ReadRefusal?) -> Reply? {
    guard RequestTarget.isControl(request.target) else { return nil }
    let path = Target(request.target).path
    if refused == nil, ["/journal", "/state/", "/verify"].contains(where: { path.hasPrefix("/__doublet\($0)") }) {
      return Reply(later: { answer(request) ?? Answer(status: 404) })
    }
    return answer(request, refused: refused).map { Reply($0) }
  }

  /// The answer to a request, or nil where its path is not the control API's.
  ///
  /// - Parameter refused: Why the server could not read the whole request.
  public func answer(_ request: Request, refused: ReadRefusal? = nil) -> Answer? {
    guard RequestTarget.isControl(request.target) else { return nil }
    let path = Target(request.target).path
    if let refusal = gate.refusal(of: request) { return refusal }
    if let refused {
      return OwnAnswer.problem(status: refused.kind.status, detail: refused.detail, instance: path)
    }
    do throws(Refusal) {
      let admission = try own.admit(request)
      do throws(FakeError) {
        return try ControlCall(admission, request, fake, unreadable: unreadable.value).answer()
      } catch {
        let contract = admission.parameter(.path, "api")?.string.flatMap { fake.contract(named: $0) }
        return OwnAnswer.problem(
          status: error.kind.status,
          detail: error.description,
          instance: path,
          more: error.violations.isEmpty ? [] : [("violations", .array(error.violations.map { $0.json(in: contract) }))]
        )
      }
    } catch {
      return error.answer
    }
  }
}
