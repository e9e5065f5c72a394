import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SelfTest {
  /// Puts into a world what the operation must find there: the record that it reads or changes, and the parent of one
  /// that it writes.
  func prepareState(of world: inout World, for draft: RequestDraft) throws(Unsendable) {
    guard draft.method == draft.operation.row.method else { return }
    guard let action = draft.operation.action, action.resource >= 0 else { return }
    guard action.kind != .list, action.kind != .create else { return }
    let call = try draft.call(of: fake)
    if let find = action.find {
      let record = try record(of: action.resource, named: call.value(of: find.source)?.string, by: find)
      return world.contracts[0].collections[action.resource].keep(record, key: "1")
    }
    let resource = api.contract.resources[action.resource]
    guard let key = call.value(of: resource.key).map({ $0.string ?? $0.text() }) else { return }
    if resource.parent >= 0 {
      world.contracts[0].collections[resource.parent].keep(try record(of: resource.parent), key: key)
    }
    guard action.kind != .replace else { return }
    world.contracts[0].collections[action.resource].keep(try record(of: action.resource), key: key)
  }

  /// A record of a resource.
  private func record(of resource: Int) throws(Unsendable) -> JSON {
    if let record = records[resource] { return record }
    let record = try maker.record(of: resource)
    records[resource] = record
    return record
  }

  /// A record that has the value of the member that a name such as `number=7` tells.
  private func record(of resource: Int, named name: String?, by find: FindRule) throws(Unsendable) -> JSON {
    var record = try record(of: resource)
    guard let name, let separator = name.firstRange(of: find.separator) else { return record }
    let (member, text) = (String(name[..<separator.lowerBound]), String(name[separator.upperBound...]))
    guard api.contract.resources[resource].unique.contains(member), let value = record[member] else { return record }
    record[member] = value.number == nil ? .string(text) : JSONNumber(text: text).map { .number($0) }
    guard api.validator.isValid(record, against: api.contract.resources[resource].schema, direction: .response) else {
      throw Unsendable("no record can be named so")
    }
    return record
  }
}
