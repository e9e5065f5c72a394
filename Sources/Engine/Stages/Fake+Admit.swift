public import DoubletContracts
public import DoubletJSON
import DoubletValidation

/// A request that keeps its contract, for code that answers it by itself.
public struct Admission: Sendable {
  /// The operation's id.
  public let operation: String
  /// The path without the sandbox's prefix.
  public let path: String
  /// The body as JSON; nil where there is none.
  public let body: JSON?
  private let parameters: Call.ParameterValues

  fileprivate init(_ call: Call, _ operation: ServedOperation) {
    self.operation = operation.row.id
    path = call.target.path
    body = call.body
    parameters = call.parameters
  }

  /// The value of a parameter; nil where it was not sent.
  public func parameter(_ location: ParameterLocation, _ name: String) -> JSON? {
    parameters[Call.ParameterKey(location: location, name: name)]
  }
}

/// The answer to a request that does not keep its contract.
public struct Refusal: Error, Sendable, Hashable {
  /// Doublet's own problem, with all violations.
  public let answer: Answer
}

extension Fake {
  /// Routes, negotiates and validates a request as ``begin(_:refused:)`` does, and leaves the rest to the caller: it is
  /// in no journal, quota or fault, and asks for no credentials. A query parameter that the operation does not have is a
  /// violation too.
  public func admit(_ request: Request) throws(Refusal) -> Admission {
    let engine = Engine(fake: self, isStrict: true)
    let call = Call(request, target: Target(request.target))
    do throws(Problem) {
      try engine.route(call)
      try engine.negotiate(call)
      try engine.validate(call)
      guard let operation = call.operation else { throw engine.methodNotAllowed(call, call.methods) }
      return Admission(call, operation)
    } catch {
      throw Refusal(answer: ownAnswer(to: error, call))
    }
  }

  private func ownAnswer(to problem: Problem, _ call: Call) -> Answer {
    let violations = problem.violations.map { $0.json(in: call.api?.contract) }
    var answer = OwnAnswer.problem(
      status: problem.kind.status,
      detail: problem.detail,
      instance: call.target.path,
      more: violations.isEmpty ? [] : [("violations", .array(violations))]
    )
    if !problem.allowed.isEmpty { answer.headers["Allow"] = problem.allowed.joined(separator: ", ") }
    return answer
  }
}
