import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Does what the operation's action says, and words the result.
  func behave(_ call: inout Call, _ world: inout World, _ exchange: inout Exchange) throws(Problem) -> Answer {
    guard let api = call.api, let operation = call.operation else { return options(of: call) }
    let preferred = call.preference?.status.flatMap { $0 < 400 ? $0 : nil }
    // A success that the action itself can have is the action's; another one, and a body that is asked for, can only be
    // shown.
    guard let action = operation.action, call.preference?.asksForBody != true,
      preferred == nil || preferred == Engine.status(among: [], operation)
    else { return try show(preferred, call, api, operation, world) }
    var deed = Deed(api: api, operation: operation, action: action, context: WordingContext(call, now: world.clock.now))
    switch action.kind {
    case .read: try read(&deed, call, world)
    case .list: list(&deed, call, world)
    case .create: try create(&deed, call, &world)
    case .replace: try replace(&deed, call, &world)
    case .merge: try merge(&deed, call, &world)
    case .delete: try delete(&deed, call, &world)
    case .issue: issue(&deed, call, &world)
    }
    exchange.effect = deed.effect
    return words(of: deed, &call, world)
  }
}

/// What an action did, on its way to be worded.
struct Deed {
  let api: ServedContract
  let operation: ServedOperation
  let action: ActionRow
  /// Holds the record, its key and the token.
  var context: WordingContext
  /// The statuses that would fit, the best first.
  var statuses: [Int] = [200]
  /// What it did to the state: `+leadSources/cus_01`.
  var effect: String?

  /// The resource; only `issue` has none.
  var resource: ResourceRow { api.contract.resources[action.resource] }

  init(api: ServedContract, operation: ServedOperation, action: ActionRow, context: WordingContext) {
    self.api = api
    self.operation = operation
    self.action = action
    self.context = context
    if action.resource >= 0 { self.context.resource = api.contract.resources[action.resource] }
  }
}
