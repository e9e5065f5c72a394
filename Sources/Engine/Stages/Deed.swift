import DoubletContracts
import DoubletJSON

/// What an action did, on its way to be worded.
struct Deed {
  let api: ServedContract
  let operation: ServedOperation
  private let served: ServedAction
  var action: ActionRow { served.row }
  /// Whether the action was inferred: asking its row would copy what was inferred.
  var isInferred: Bool { served.isInferred }
  /// Whether the answer is the record, and nothing else.
  var answersRecord: Bool { served.answersRecord }
  /// What finds the record, where one value of the request does.
  var key: ValueSource? { served.key }
  /// Holds the record, its key and the token.
  var context: WordingContext
  /// The statuses that would fit, the best first.
  var statuses: [Int]
  /// The records of a list that are answered.
  var page: ListPage?
  /// The answer, where it is remembered.
  var known: Answer?
  /// Whether there are records that could tell the answer.
  var hasRecords = true
  /// The words of the record that it wrote, where it is kept in words.
  var words: [UInt8]?
  /// What it did to the state.
  var effect: Effect?

  /// The status of the answer.
  var status: Int { Engine.status(among: statuses, operation) }

  /// Whether records tell the answer.
  var isTold: Bool { hasRecords && answer.map { $0.held != nil || $0.body < 0 } ?? true }

  /// What was inferred of the answer.
  var answer: InferredAnswer? {
    guard isInferred, let inferred = action.inferred else { return nil }
    guard let made = inferred.made, status == 201 else { return inferred.answer }
    return made
  }

  /// The resource; only `issue` has none.
  var resource: ResourceRow { api.contract.resources[action.resource] }

  init(api: ServedContract, operation: ServedOperation, action: ServedAction, context: WordingContext) {
    self.api = api
    self.operation = operation
    served = action
    self.context = context
    statuses = action.row.kind.statuses
    self.context.resource = action.row.resource
  }
}
