internal import DoubletContracts
internal import DoubletEngine
internal import DoubletValidation

extension FakeResponder {
  /// What the log line tells of an exchange. Of the target it has the path only: queries carry credentials.
  func summary(of exchange: Exchange, nanoseconds: Int) -> ExchangeSummary {
    ExchangeSummary(
      method: exchange.request.method,
      path: exchange.path,
      status: exchange.answer.status,
      operation: exchange.operation,
      mark: FakeResponder.mark(of: exchange),
      note: note(on: exchange),
      milliseconds: Double(nanoseconds) / 1_000_000
    )
  }

  private static func mark(of exchange: Exchange) -> ExchangeSummary.Mark {
    if exchange.fault != nil { return .injected }
    if exchange.operation == nil { return .unknown }
    return exchange.problem == nil && exchange.violations.isEmpty ? .ok : .bad
  }

  private func note(on exchange: Exchange) -> String {
    if let fault = exchange.fault { return note(onFault: fault, exchange) }
    if exchange.problem == .unknownPath {
      let nearest = fake.nearestPaths(to: exchange.path)
      return "no such path" + (nearest.isEmpty ? "" : "; nearest \(nearest.joined(separator: ", "))")
    }
    if exchange.operation == nil { return exchange.detail ?? "" }
    if let violation = exchange.violations.first { return note(on: violation, exchange) }
    return [exchange.detail ?? exchange.effect ?? "", warning(of: exchange)].filter { !$0.isEmpty }
      .joined(separator: "  ")
  }

  /// `warning: query.unknown /query/colour  (+1)`
  private func warning(of exchange: Exchange) -> String {
    guard let first = exchange.warnings.first else { return "" }
    let more = exchange.warnings.count == 1 ? "" : "  (+\(exchange.warnings.count - 1))"
    return "warning: \(first.code) \(first.pointer)\(more)"
  }

  /// `body.required /body/quantity  openapi.yaml:92:11  (+2)`
  private func note(on violation: Violation, _ exchange: Exchange) -> String {
    let place = exchange.api.flatMap { fake.contract(named: $0) }?.place(violation.position) ?? ""
    let more = exchange.violations.count == 1 ? "" : "(+\(exchange.violations.count - 1))"
    let side = violation.side == .response ? "answer " : ""
    return ["\(side)\(violation.code) \(violation.pointer)", place, more].filter { !$0.isEmpty }
      .joined(separator: "  ")
  }

  /// `fault "f1" (1 left)`
  private func note(onFault id: String, _ exchange: Exchange) -> String {
    guard let state = fake.faults(of: exchange.sandbox).first(where: { $0.fault.id == id }),
      case .first(let count) = state.fault.times
    else { return "fault \"\(id)\"" }
    return "fault \"\(id)\" (\(max(0, count - state.reached)) left)"
  }
}
