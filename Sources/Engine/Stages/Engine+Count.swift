import DoubletContracts
import DoubletJSON

extension Engine {
  /// Counts the request against every quota of the operation. A request that finds one used up is counted by none.
  func count(_ call: Call, _ world: inout World) throws(Problem) {
    guard let operation = call.operation, !operation.quotas.isEmpty else { return }
    let now = call.now
    for index in operation.quotas {
      guard let standing = standing(of: index, call, world, now) else { continue }
      if standing.remaining <= 0 { throw tooManyRequests(standing, call, now) }
    }
    for index in operation.quotas {
      guard var standing = standing(of: index, call, world, now) else { continue }
      let key = owner(of: index, call)
      let used = standing.limit - standing.remaining + 1
      // A preference is for one answer only: it counts nothing.
      if call.preference == nil {
        let window = QuotaState.Window(start: standing.start, used: used)
        world.contracts[call.contract].quotas[index].count(window, of: key, now: now)
      }
      standing.remaining -= 1
      call.standings.append(standing)
    }
  }

  /// How a quota stands before the request is counted; nil when it is lifted.
  func standing(of index: Int, _ call: Call, _ world: World, _ now: Instant) -> QuotaStanding? {
    let quota = world.contracts[call.contract].quotas[index]
    guard let limit = quota.limit else { return nil }
    let length = quota.windowSeconds
    guard let window = quota.windows[owner(of: index, call)], now < window.start.advanced(bySeconds: length) else {
      return QuotaStanding(
        quota: index,
        limit: limit,
        remaining: limit,
        start: now,
        resets: now.advanced(bySeconds: length)
      )
    }
    return QuotaStanding(
      quota: index,
      limit: limit,
      remaining: limit - window.used,
      start: window.start,
      resets: window.start.advanced(bySeconds: length)
    )
  }

  /// The problem of a quota that is used up.
  func tooManyRequests(_ standing: QuotaStanding, _ call: Call, _ now: Instant) -> Problem {
    var used = standing
    used.remaining = 0
    let wait = Engine.seconds(from: now, to: standing.resets)
    let name = call.api.map { $0.contract.quotas[standing.quota].name } ?? ""
    var problem = Problem(
      .tooManyRequests,
      "The \(standing.limit) requests of the quota '\(name)' are used up; there is room again in \(wait) s."
    )
    problem.standing = used
    problem.retryAt = standing.resets
    return problem
  }

  /// Whole seconds until a moment, rounded up.
  static func seconds(from now: Instant, to later: Instant) -> Int {
    max(0, -(now.nanoseconds - later.nanoseconds).floored(by: 1_000_000_000))
  }

  /// Whose requests are counted together with this one.
  private func owner(of index: Int, _ call: Call) -> String {
    guard let source = call.api?.contract.quotas[index].per else { return "" }
    return call.value(of: source)?.string ?? ""
  }
}
