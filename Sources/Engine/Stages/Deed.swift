import DoubletContracts
import DoubletJSON

/// What an action did, on its way to be worded.
struct Deed {
  let api: ServedContract
  let operation: ServedOperation
  let action: ActionRow
  /// Holds the record, its key and the token.
  var context: WordingContext
  /// The statuses that would fit, the best first.
  var statuses: [Int]
  /// The records of a list that are answered.
  var page: ListPage?
  /// Whether records tell the answer.
  var isTold = true
  /// What it did to the state: `+leadSources/cus_01`.
  var effect: String?

  /// The status of the answer.
  var status: Int { Engine.status(among: statuses, operation) }

  /// The resource; only `issue` has none.
  var resource: ResourceRow { api.contract.resources[action.resource] }

  init(api: ServedContract, operation: ServedOperation, action: ActionRow, context: WordingContext) {
    self.api = api
    self.operation = operation
    self.action = action
    self.context = context
    statuses = action.kind.statuses
    isTold = action.inferred.map { $0.held != nil || $0.body < 0 } ?? true
    self.context.resource = action.resource
  }
}
