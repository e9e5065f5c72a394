import DoubletContracts
import DoubletJSON
import DoubletValidation

/// A request's way through the fake. The order of the stages is fixed: a request with several faults gets the first
/// problem of this order. At the start of each stage an injected problem of the stage fires.
///
/// ```
/// record arrival -> route -> authenticate -> authorize -> count -> negotiate -> validate -> behave -> word
///                  404/405       401            403        429     415/406     400/422   404/409/2xx
/// ```
struct Engine {
  let fake: Fake
  /// Whether a query parameter that the operation does not have, or that is not escaped, is a violation, and not only a
  /// warning.
  let isStrict: Bool

  init(fake: Fake, isStrict: Bool? = nil) {
    self.fake = fake
    self.isStrict = isStrict ?? fake.configuration.isStrict
  }

  /// What came of a request: its answer, and where its exchange is.
  struct Decision {
    var answer: Answer
    /// How it is to be sent.
    var delivery: Delivery
    /// The exchange's number in the sandbox's journal.
    var sequence: Int
    /// Bytes that the journals hold more than before.
    var weight: Int
  }

  /// Decides on a request and records what came of it.
  func decide(on request: Request, target: Target, refused: ReadRefusal?, in world: inout World) -> Decision {
    var exchange = recordArrival(of: request, target: target, in: &world)
    answer(&exchange, refused: refused, target: target, in: &world)
    return Decision(
      answer: exchange.answer,
      delivery: exchange.delivery,
      sequence: exchange.sequence,
      weight: world.journal.append(exchange)
    )
  }

  /// Decides on a request: its exchange, which is not recorded yet.
  func answer(_ request: Request, target: Target, refused: ReadRefusal?, in world: inout World) -> Exchange {
    var exchange = recordArrival(of: request, target: target, in: &world)
    answer(&exchange, refused: refused, target: target, in: &world)
    return exchange
  }

  /// Decides on the request of an exchange, and notes in it what came of it.
  private func answer(_ exchange: inout Exchange, refused: ReadRefusal?, target: Target, in world: inout World) {
    let call = Call(exchange.request, target: target, now: exchange.receivedAt)
    do throws(Problem) {
      do throws(Problem) { try route(call) } catch { throw refused?.problem ?? error }
      if let refused { throw refused.problem }
      call.preference = try preference(of: call)
      for stage in Stage.allCases {
        try inject(at: stage, call, &world)
        switch stage {
        case .route: break  // Done: what is injected here needs the operation.
        case .authenticate: try authenticate(call, &world)
        case .authorize: try authorize(call, world)
        case .count: try count(call, &world)
        case .negotiate: try negotiate(call)
        case .validate: try validate(call)
        case .behave: exchange.answer = try behave(call, &world, &exchange)
        }
      }
    } catch {
      exchange.answer = word(error, call, world)
      exchange.problem = error.kind
      exchange.detail = error.detail
      exchange.violations = error.violations
      exchange.fault = error.fault
    }
    exchange.api = call.api?.name
    exchange.operation = call.operation?.row.id
    exchange.warnings = call.warnings
    exchange.isAnswerRemembered = call.isAnswerKnown
    if !call.isAnswerKnown {
      judgeAnswer(of: call, &exchange)
      remember(exchange, of: call, in: &world)
    }
    if !world.faults.isEmpty { exchange.delivery = deliver(call, &exchange, &world) }
  }

  private func recordArrival(of request: Request, target: Target, in world: inout World) -> Exchange {
    Exchange(
      sequence: world.journal.upcoming,
      sandbox: world.name,
      receivedAt: world.clock.now,
      request: request,
      target: target
    )
  }
}
