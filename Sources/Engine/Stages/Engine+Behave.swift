import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Does what the operation's action says, and words the result.
  func behave(_ call: Call, _ world: inout World, _ exchange: inout Exchange) throws(Problem) -> Answer {
    guard let api = call.api, let operation = call.operation else { return options(of: call) }
    let preferred = call.preference?.status.flatMap { $0 < 400 ? $0 : nil }
    // A success that the action itself can have is the action's; another one, and a body that is asked for, can only be
    // shown.
    guard let action = operation.served, call.preference?.asksForBody != true,
      preferred == nil || preferred == Engine.status(among: [], operation)
    else { return try show(preferred, call, api, operation, world) }
    var deed = Deed(api: api, operation: operation, action: action, context: WordingContext(call))
    switch action.row.kind {
    case .read: try read(&deed, call, &world)
    case .list: try list(&deed, call, world)
    case .create: try create(&deed, call, &world)
    case .replace: try replace(&deed, call, &world)
    case .merge: try merge(&deed, call, &world)
    case .delete: try delete(&deed, call, &world)
    case .issue: issue(&deed, call, &world)
    }
    exchange.change = deed.effect
    // What the records do not tell is told by the operation's example.
    guard deed.isTold else { return deed.located(try show(deed.status, call, api, operation, world)) }
    guard let known = deed.known else { return word(&deed, call) }
    call.isAnswerKnown = true
    return known
  }
}
