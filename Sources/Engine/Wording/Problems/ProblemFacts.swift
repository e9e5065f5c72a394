import DoubletContracts
import DoubletJSON
import DoubletValidation

/// What there is to tell of a problem.
struct ProblemFacts {
  /// The kind; nil where only the status says what it is.
  let kind: ProblemKind?
  let status: Int
  let detail: String
  let violations: [Violation]
  let path: String
  let method: String
  let now: Instant
  let retryAfter: Int?
  /// What an identifier is made from: the same for the same problem of the same sandbox.
  let stream: RandomStream

  init(_ problem: Problem, _ context: WordingContext, _ world: World) {
    kind = problem.wordedKind
    status = context.status
    detail = problem.detail
    violations = problem.violations
    path = context.call.target.path
    method = context.call.request.method
    now = context.now
    retryAfter = problem.retryAt.map { Engine.seconds(from: context.now, to: $0) }
    stream = RandomStream(seed: world.seed, world.name, "problem", method, path, String(status))
  }
}

extension ProblemFacts {
  /// What may be told in a member of that meaning, the best first; nil leaves the member out.
  ///
  /// - Parameters:
  ///   - word: What the member means.
  ///   - model: The value that stands in for it: an example, or a sample.
  ///   - beside: What the members beside it mean.
  ///   - violation: The violation that the member's object is about.
  func offers(_ word: ProblemWord, like model: JSON, beside: Set<ProblemWord>, about violation: Violation?) -> [JSON?] {
    switch model {
    case .string, .null: texts(word, model.string ?? "", beside, violation).map { $0.map { .string($0) } }
    case .number(let number): numbers(word, number, violation).map { .number($0) }
    case .bool: truth(word).map { [.bool($0)] } ?? []
    case .array: word == .location || word == .field || word == .pointer ? tokens(violation) : []
    case .object: []
    }
  }

  private func texts(
    _ word: ProblemWord,
    _ model: String,
    _ beside: Set<ProblemWord>,
    _ violation: Violation?
  ) -> [String?] {
    let title = HTTPStatus.phrase(status)
    switch word {
    case .title: return [title]
    case .detail: return [prose(violation, beside)]
    case .status:
      let outcomes = ["error", "fail", "failure", "failed", "ERROR", "FAIL", "FAILURE", "FAILED", "Error", "Failure"]
      // Google's `status` is the code's name beside its number; JSON:API's is the number as text.
      let isName = beside.contains(.code) && !beside.contains(.title) && Int(model) == nil
      return (isName ? codes(violation, model) : []) + [String(status)] + outcomes
    case .code: return codes(violation, model)
    case .type:
      let codes = codes(violation, model)
      return beside.contains(.title) ? ["about:blank"] + codes : codes + ["about:blank"]
    case .reason: return beside.contains(.detail) ? codes(violation, model) : [prose(violation, beside)]
    case .error:
      // OAuth's `error` is a code beside an `error_description`; Spring's is the status' phrase beside a `message`.
      if beside.contains(.status), beside.contains(.detail) { return [title] + codes(violation, model) }
      return beside.contains(.detail) ? codes(violation, model) + [title] : [prose(violation, beside), title]
    case .path: return [path]
    case .method: return [method]
    case .time: return [now.description, String(now.description.prefix(10))]
    case .identifier: return identifiers
    case .documentation: return ["https://httpwg.org/specs/rfc9110.html#status.\(status)"]
    case .success: return ["false"]
    case .failure: return ["true"]
    case .retryAfter: return retryAfter.map { [String($0)] } ?? [nil]
    case .field: return [violation.map(\.memberName)]
    case .pointer: return [violation.map { JSONPointer(tokens: Array($0.pointer.tokens.dropFirst())).description }]
    case .location:
      let place = violation?.pointer.tokens.first
      return beside.contains(.field) || beside.contains(.pointer)
        ? [place, violation?.memberName] : [violation?.memberName, place]
    case .rejected, .list: return [nil]
    }
  }

  private func numbers(_ word: ProblemWord, _ model: JSONNumber, _ violation: Violation?) -> [JSONNumber] {
    let seconds = now.nanoseconds.floored(by: 1_000_000_000)
    switch word {
    case .status, .error: return [JSONNumber(status)]
    case .code: return violation == nil ? [JSONNumber(status)] : []
    case .time:
      let milliseconds = now.nanoseconds.floored(by: 1_000_000)
      let usesMilliseconds = model > JSONNumber(100_000_000_000)
      return (usesMilliseconds ? [milliseconds, seconds] : [seconds, milliseconds]).map { JSONNumber($0) }
    case .identifier:
      var stream = stream
      return [JSONNumber(Int(stream.next() % 1_000_000_000))]
    case .retryAfter: return retryAfter.map { [JSONNumber($0)] } ?? []
    default: return []
    }
  }

  private func truth(_ word: ProblemWord) -> Bool? {
    switch word {
    case .success, .status: false
    case .failure, .error: true
    default: nil
    }
  }

  /// The sentence of the problem, or of a violation: it names the member where nothing beside it does.
  func prose(_ violation: Violation?, _ beside: Set<ProblemWord>) -> String {
    guard let violation else { return detail }
    guard beside.isDisjoint(with: [.field, .pointer, .location]) else { return violation.message }
    return Engine.invalidDetail([violation])
  }

  private func codes(_ violation: Violation?, _ model: String) -> [String] {
    guard let violation else { return ProblemCode.codes(of: kind, status: status, like: model) }
    return ProblemCode.codes(ofKeyword: String(violation.code.split(separator: ".").last ?? "invalid"), like: model)
  }

  /// The place as a list, positions in arrays as numbers where the list may hold some.
  private func tokens(_ violation: Violation?) -> [JSON?] {
    guard let tokens = violation?.pointer.tokens else { return [nil] }
    let texts = tokens.map { JSON.string($0) }
    let typed = tokens.map { token -> JSON in
      guard let position = Int(token), String(position) == token else { return .string(token) }
      return .number(JSONNumber(position))
    }
    return [.array(typed), .array(texts)]
  }

  private var identifiers: [String] {
    var stream = stream
    let digits = stream.text(length: 32, alphabet: "0123456789abcdef")
    let parts = [
      digits.prefix(8), digits.dropFirst(8).prefix(4), digits.dropFirst(13).prefix(3), digits.dropFirst(17).prefix(3),
    ]
    // RFC 9562, section 5.4: version 4, variant 10.
    let uuid = "\(parts[0])-\(parts[1])-4\(parts[2])-a\(parts[3])-\(digits.dropFirst(20))"
    return [uuid, digits, String(digits.prefix(16)), String(digits.prefix(16)).uppercased(), String(digits.prefix(8))]
  }
}
