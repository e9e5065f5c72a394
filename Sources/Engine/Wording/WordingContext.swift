import DoubletContracts
import DoubletJSON
import DoubletValidation

/// What the expressions of a template stand for while one answer is worded.
struct WordingContext {
  let call: Call
  var status = 200
  var problem: Problem?
  var violation: Violation?
  var standing: QuotaStanding?
  /// Index of the resource in the contract, or -1.
  var resource = -1
  var key: String? {
    didSet { segment = key.map { PercentEncoding.encodeSegment($0) } ?? "" }
  }
  /// The key as it stands in a path.
  private(set) var segment = ""
  /// The record as it is kept.
  var kept: Record?
  /// The answer's body, once that is the record: header fields tell of the record as the body has it.
  var shown: AnswerText?
  var token: String?

  init(_ call: Call) { self.call = call }

  var now: Instant { call.now }

  private var told: Record? { shown.map { .text($0.tape) } ?? kept }

  /// The record.
  var record: JSON? {
    get { told?.json }
    set { kept = newValue.map { .tree($0) } }
  }

  /// The value of an expression; nil where the case has none.
  func value(of expression: Expression) -> JSON? {
    switch expression {
    case .status: JSON.number(JSONNumber(status))
    case .kind: problem.map { .string($0.kind.rawValue) }
    case .title: .string(HTTPStatus.phrase(status < 400 ? (problem?.kind.status ?? status) : status))
    case .detail: problem.map { .string($0.detail) }
    case .path: .string(call.target.path)
    case .method: .string(call.request.method)
    case .violationField: violation.map { .string($0.memberName) }
    case .violationMessage: violation.map { .string($0.message) }
    case .violationCode: violation.map { .string($0.code) }
    case .violationPointer: violation.map { .string($0.pointer.description) }
    case .retryAfter: problem?.retryAt.map { .number(JSONNumber(Engine.seconds(from: now, to: $0))) }
    case .retryAt: problem?.retryAt.map { .number(JSONNumber(-(-$0.nanoseconds).floored(by: 1_000_000_000))) }
    case .limit: (standing ?? problem?.standing).map { .number(JSONNumber($0.limit)) }
    case .remaining: (standing ?? problem?.standing).map { .number(JSONNumber($0.remaining)) }
    case .now: .string(now.description)
    case .key: key.map { .string($0) }
    case .record: record
    case .recordMember(let names): names.dropFirst().reduce(told?.member(names[0])) { $0?[$1] }
    case .link(let name): link(name).map { .string($0) }
    case .token: token.map { .string($0) }
    case .request(let source): call.value(of: source)
    }
  }

  /// The absolute form of a link of the resource.
  private func link(_ name: String) -> String? {
    guard resource >= 0, let api = call.api else { return nil }
    return api.contract.resources[resource].links.indices.first { api.links[$0].name == name }.map { link($0) }
  }

  /// The absolute form of the link of that index in the contract.
  private func link(_ index: Int) -> String {
    guard let api = call.api else { return "" }
    guard key != nil, let parts = api.links[index].aroundKey else {
      return api.links[index].path.path(below: call.base, in: self)
    }
    return String(byteCount: api.links[index].length.bytes(in: self)) { text in
      ServedLink.write(parts, around: segment, below: call.base) { text.append($0) }
    }
  }

  /// Appends the absolute form of the link of that index in the contract.
  func append(_ link: Int, to writer: inout JSONTapeWriter) {
    guard let api = call.api, key != nil, let parts = api.links[link].aroundKey else {
      return writer.append(self.link(link))
    }
    writer.openString()
    ServedLink.write(parts, around: segment, below: call.base) { writer.append(characters: $0) }
    writer.closeString()
  }
}

extension Violation {
  /// What an API would call the member: `customer.name` of a body, the name of a parameter; empty for a whole body.
  var memberName: String { pointer.tokens.dropFirst().joined(separator: ".") }
}
