import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SelfTest {
  /// Puts into a world what the operation must find there: the record that it reads or changes, and the parent of one
  /// that it writes.
  func prepareState(of world: inout World, for draft: RequestDraft) throws(Unsendable) {
    guard draft.method == draft.operation.row.method else { return }
    guard let action = draft.operation.action, action.resource >= 0 else { return }
    let resource = api.contract.resources[action.resource]
    let isSingle = action.kind != .list && action.kind != .create
    let key = isSingle && action.find == nil ? try draft.call(of: fake).value(of: resource.key)?.text : nil
    if let key, resource.parent >= 0 { try put(resource.parent, key, into: &world) }
    guard action.kind == .read || action.kind == .merge || action.kind == .delete else { return }
    try put(action.resource, key ?? "1", into: &world)
  }

  private func put(_ resource: Int, _ key: String, into world: inout World) throws(Unsendable) {
    world.contracts[0].collections[resource].keep(try maker.record(of: resource), key: key)
  }
}

extension JSON {
  /// A value as a key has it.
  fileprivate var text: String { string ?? text() }
}
