import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Throws the problem of the first injected failure of a stage that fires on the call. `Prefer: code=…` comes before
  /// all faults and counts nothing.
  func inject(at stage: Stage, _ call: Call, _ world: inout World) throws(Problem) {
    if let status = call.preference?.status, status >= 400 {
      let kind = ProblemKind(status: status)
      if kind.stage == stage {
        var problem = injected(
          kind,
          status: status,
          reason: nil,
          retryAfter: nil,
          given: nil,
          by: "Prefer",
          call,
          world
        )
        problem.shown = try preferredBody(of: status, call, world)
        throw problem
      }
    }
    guard call.preference == nil else { return }
    for index in world.faults.indices {
      let fault = world.faults[index].fault
      guard let kind = fault.kind, kind.stage == stage, applies(fault, to: call) else { continue }
      guard world.faults[index].fires(seed: world.seed, sandbox: world.name) else { continue }
      let status: Int? = if case .status(let status) = fault.answer { status } else { nil }
      throw injected(
        kind,
        status: status,
        reason: fault.reason,
        retryAfter: fault.retryAfter,
        given: fault.violations,
        by: fault.id,
        call,
        world
      )
    }
  }

  /// Whether a fault is for a call.
  func applies(_ fault: Fault, to call: Call) -> Bool {
    guard let api = call.api, let operation = call.operation, fault.api == nil || fault.api == api.name else {
      return false
    }
    let isInScope =
      switch fault.scope {
      case .all: true
      case .operation(let id): id == operation.row.id || id == "\(api.name)/\(operation.row.id)"
      case .match(let method, let path):
        (method == nil || method == call.request.method || method == operation.row.method)
          && (PathPattern.matches(path, call.target.path)
            || PathPattern.matches(path, String(call.target.path.dropFirst(call.serverPath.count))))
      }
    return isInScope && (fault.condition?.matches(call) ?? true)
  }

  /// The problem that a natural failure of the kind would be, with details of its own where they are given.
  private func injected(
    _ kind: ProblemKind,
    status: Int?,
    reason: String?,
    retryAfter: Int?,
    given: [Fault.GivenViolation]?,
    by fault: String,
    _ call: Call,
    _ world: World
  ) -> Problem {
    var problem = natural(kind, retryAfter: retryAfter, call, world)
    // A status that only borrows the kind's words is no conflict of records: 402, 410, 418.
    if let status, kind == .conflict, status != kind.status { problem.detail = "\(HTTPStatus.phrase(status))." }
    if let given {
      problem.violations = given.map { Violation($0) }
      problem.detail = Engine.invalidDetail(problem.violations)
    }
    if let reason { problem.detail = reason }
    problem.status = status
    problem.fault = fault
    return problem
  }

  private func natural(_ kind: ProblemKind, retryAfter: Int?, _ call: Call, _ world: World) -> Problem {
    guard let api = call.api, let operation = call.operation else {
      return Problem(kind, HTTPStatus.phrase(kind.status))
    }
    switch kind {
    case .methodNotAllowed:
      return methodNotAllowed(call, fake.router.match(call.target.path)?.methods.sorted() ?? [])
    case .unauthenticated:
      let listed = world.contracts[call.contract].credentials
      return Problem(kind, Engine.sentence(ofMissing: operation, api.contract, listed))
    case .forbidden: return Problem(kind, Engine.forbiddenDetail(operation))
    case .tooManyRequests:
      let now = call.now
      var problem =
        operation.quotas.lazy.compactMap { standing(of: $0, call, world, now) }.first
        .map { tooManyRequests($0, call, now) } ?? Problem(kind, "There were too many requests.")
      if let retryAfter { problem.retryAt = now.advanced(bySeconds: retryAfter) }
      let end = problem.retryAt ?? now.advanced(bySeconds: 60)
      problem.retryAt = end
      if retryAfter != nil || problem.standing == nil {
        problem.detail =
          "There were too many requests; there is room again in \(Engine.seconds(from: now, to: end)) s."
      }
      return problem
    case .invalid:
      let violations = FirstBreakableRule.violations(of: operation, api)
      return Problem(kind, Engine.invalidDetail(violations), violations: violations)
    case .malformed:
      return Problem(kind, "The body cannot be read.")
    case .notFound: return missingRecord(of: operation, api, call)
    case .conflict: return Problem(kind, "The request conflicts with the state of the resource.")
    case .unavailable:
      var problem = Problem(kind, "The service is not available at the moment.")
      problem.retryAt = retryAfter.map { call.now.advanced(bySeconds: $0) }
      return problem
    case .internalError: return Problem(kind, "The service failed.")
    default: return Problem(kind, "\(HTTPStatus.phrase(kind.status)).")
    }
  }

  /// What the operation would say if the record that the request names were not there; of a replacement, its parent.
  private func missingRecord(of operation: ServedOperation, _ api: ServedContract, _ call: Call) -> Problem {
    guard let action = operation.action, action.resource >= 0 else {
      return Problem(.notFound, "There is no such record.")
    }
    let own = api.contract.resources[action.resource]
    guard let key = call.value(of: action.find?.source ?? own.key)?.string else {
      return Problem(.notFound, "The request names no record of \(own.name).")
    }
    return Engine.notFound(key, action.kind == .replace && own.parent >= 0 ? api.contract.resources[own.parent] : own)
  }
}

extension Violation {
  /// A violation that a fault gives.
  init(_ given: Fault.GivenViolation) {
    self.init(
      side: .request,
      code: given.code,
      pointer: JSONPointer(given.pointer) ?? JSONPointer(),
      schemaLocation: "",
      position: .none,
      message: given.message
    )
  }
}
