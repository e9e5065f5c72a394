import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// Answers the record that the request names.
  func read(_ deed: inout Deed, _ call: Call, _ world: World) throws(Problem) {
    let collection = world.contracts[call.contract].collections[deed.action.resource]
    let key = try key(of: deed, call, collection)
    deed.context.key = key
    if let record = collection[key] {
      deed.context.record = record
    } else if deed.resource.isPresumed, collection.count == 0 {
      deed.context.record = .object(JSONObject())
    } else {
      throw Engine.notFound(key, deed.resource)
    }
  }

  /// Answers all records in the order of insertion.
  func list(_ deed: inout Deed, _ call: Call, _ world: World) {
    let collection = world.contracts[call.contract].collections[deed.action.resource]
    deed.context.record = .array(
      collection.all.map { key, record in
        var context = deed.context
        context.key = key
        context.record = record
        return Engine.worded(record, deed.resource, context)
      }
    )
  }

  /// Removes the record that the request names.
  func delete(_ deed: inout Deed, _ call: Call, _ world: inout World) throws(Problem) {
    let key = try key(of: deed, call, world.contracts[call.contract].collections[deed.action.resource])
    guard world.contracts[call.contract].collections[deed.action.resource].remove(key) else {
      throw Engine.notFound(key, deed.resource)
    }
    deed.context.key = key
    deed.statuses = [204, 200, 202]
    deed.effect = "-\(deed.resource.name)/\(key)"
  }

  /// The key that the request names, by the operation's rule or the resource's.
  func key(of deed: Deed, _ call: Call, _ collection: Collection) throws(Problem) -> String {
    guard let rule = deed.action.find else {
      guard let key = call.value(of: deed.resource.key) else {
        throw Problem(.notFound, "The request names no record of \(deed.resource.name).")
      }
      return key.string ?? key.text()
    }
    let text = call.value(of: rule.source)?.string ?? ""
    guard let separator = text.firstRange(of: rule.separator),
      let key = collection.key(
        ofMember: String(text[..<separator.lowerBound]),
        value: String(text[separator.upperBound...])
      )
    else { throw Engine.notFound(text, deed.resource) }
    return key
  }

  static func notFound(_ key: String, _ resource: ResourceRow) -> Problem {
    Problem(.notFound, "There is no record '\(key)' in \(resource.name).")
  }

  /// A record as it is answered: what `answered` makes laid over it.
  static func worded(_ record: JSON, _ resource: ResourceRow, _ context: WordingContext) -> JSON {
    guard let overlay = resource.answered.filled(in: context) else { return record }
    // An object is laid over an object only: where the record has null, null it stays.
    return record.merged(with: overlay.restricted(to: record))
  }
}

extension JSON {
  /// Without the objects that would replace something else in `record`.
  fileprivate func restricted(to record: JSON) -> JSON {
    guard case .object(let overlay) = self else { return self }
    var restricted = JSONObject()
    restricted.reserveCapacity(overlay.count)
    for (key, value) in overlay {
      guard case .object = value, let nested = record[key] else {
        restricted.append(key, value)
        continue
      }
      if case .object = nested { restricted.append(key, value.restricted(to: nested)) }
    }
    return .object(restricted)
  }
}
