import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Finds the contract and the operation, and the values in the path.
  func route(_ call: Call) throws(Problem) {
    guard let match = fake.router.match(call.target.path) else {
      (call.api, call.contract) = fake.contractOfUnknownPath(call.target.path)
      throw unknownPath(call)
    }
    let method = call.request.method
    guard let route = match[method] ?? (method == "HEAD" ? match["GET"] : nil) else {
      let any = match.routes.min { ($0.contract, $0.operation) < ($1.contract, $1.operation) }
      call.contract = any.map { Int($0.contract) } ?? -1
      call.api = any.map { fake.contracts[Int($0.contract)] }
      // What the methods of a path are can be asked of each path (RFC 9110, section 9.3.7).
      call.methods = match.methods
      if method == "OPTIONS" { return }
      throw methodNotAllowed(call, match.methods)
    }
    let api = fake.contracts[Int(route.contract)]
    call.api = api
    call.contract = Int(route.contract)
    call.operation = api.operations[Int(route.operation)]
    let names = match.names(of: route)
    let count = Int(route.serverNames)
    call.serverValues = CapturedValues(names.prefix(count), match.values.prefix(count))
    call.pathValues = CapturedValues(names.dropFirst(count), match.values.dropFirst(count))
    if route.serverSegments > 0 { call.serverPath = Engine.leading(Int(route.serverSegments), of: call.target.path) }
  }

  private func unknownPath(_ call: Call) -> Problem {
    let nearest = fake.nearestPaths(to: call.target.path)
    let hint = nearest.isEmpty ? "" : " The nearest are \(nearest.joined(separator: ", "))."
    return Problem(
      .unknownPath,
      "No operation has the path \(call.target.path).\(hint)",
      violations: [
        Violation(
          side: .request,
          place: .route,
          keyword: "unknown",
          pointer: JSONPointer(),
          schemaLocation: "",
          position: .none,
          message: "no operation has the path \(call.target.path)"
        )
      ]
    )
  }

  func methodNotAllowed(_ call: Call, _ methods: [String]) -> Problem {
    let list = Engine.allowed(methods)
    var problem = Problem(
      .methodNotAllowed,
      "\(call.request.method) is no method of \(call.target.path); it has \(list.joined(separator: ", ")).",
      violations: [
        Violation(
          side: .request,
          place: .route,
          keyword: "method",
          pointer: JSONPointer(),
          schemaLocation: "",
          position: .none,
          message: "\(call.request.method) is none of \(list.joined(separator: ", "))"
        )
      ]
    )
    problem.allowed = list
    return problem
  }

  /// The answer to `OPTIONS` on a path whose document does not declare it.
  func options(of call: Call) -> Answer {
    Answer(status: 204, headers: ["Allow": Engine.allowed(call.methods + ["OPTIONS"]).joined(separator: ", ")])
  }

  /// The methods that a path answers: what has a GET has a HEAD.
  private static func allowed(_ methods: [String]) -> [String] {
    Set(methods + (methods.contains("GET") ? ["HEAD"] : [])).sorted()
  }

  /// The first segments of a path as sent, without a closing slash.
  static func leading(_ count: Int, of path: String) -> String {
    let segments = path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().prefix(count)
    return segments.map { "/\($0)" }.joined()
  }
}
