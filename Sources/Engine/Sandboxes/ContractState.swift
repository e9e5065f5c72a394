import DoubletContracts
import DoubletJSON

/// What a sandbox keeps of one contract.
struct ContractState: Sendable {
  // What every request reads stands first.
  /// In the order of the contract's resources. They change by the methods of the state alone: what was answered of a record
  /// is forgotten when that changes.
  private(set) var collections: [Collection]
  var credentials: [Credential] = []
  /// In the order of the contract's quotas.
  var quotas: [QuotaState]
  /// What need not be worded again.
  private(set) var remembered = RememberedAnswers()
  var tokens: [String: IssuedToken] = [:]
  /// Whether problems have the statuses of HTTP whatever the spec's wordings say.
  var usesHTTPStatuses = false

  init(_ contract: Contract) {
    collections = contract.resources.map { Collection($0) }
    quotas = contract.quotas.map { QuotaState(limit: $0.limit, windowSeconds: $0.windowSeconds) }
  }

  /// Keeps a record of a resource, in the place of the one of that key where there is one.
  mutating func keep(_ record: Record, key: String, of resource: Int, isGiven: Bool = false) {
    let old = collections[resource].keep(record, key: key, isGiven: isGiven)
    // Of a record that is written again and again nobody looks for answers that are not there.
    if old?.isSurelyUntold != true { remembered.forget(key, of: resource) }
  }

  /// Removes a record of a resource; whether there was one, or one was taken to be there.
  @discardableResult mutating func remove(_ key: String, of resource: Int) -> Bool {
    remembered.forget(key, of: resource)
    return collections[resource].remove(key)
  }

  /// Makes these the records of a resource, and no others.
  mutating func replace(_ resource: Int, by collection: Collection) {
    collections[resource] = collection
    remembered.forgetAll()
  }

  /// Sets the lowest number that was no id of a resource's record yet.
  mutating func setNextNumber(_ number: Int, of resource: Int) { collections[resource].nextNumber = number }

  /// Takes the records and tokens back to those of another state.
  mutating func resetRecords(to start: ContractState) {
    (collections, tokens) = (start.collections, start.tokens)
    remembered.forgetAll()
  }

  /// The answer that was given to the same question; nil where it is not remembered. It changes nothing: `mutating`, it is
  /// looked up where it stands, and no copy of what stands around it counts references in memory that nobody reads.
  mutating func recall(_ question: RememberedAnswers.Question) -> Answer? { remembered[question] }

  /// Remembers the answer to a question about a record.
  mutating func remember(_ answer: Answer, to question: RememberedAnswers.Question) {
    if case .answered(let record) = collections[question.resource].record(of: question.key) { record.noteTold() }
    remembered.keep(answer, to: question)
  }

  /// Forgets what was answered, of a copy under another name: its links are others.
  mutating func forgetAnswers() { remembered.forgetAll() }
}
