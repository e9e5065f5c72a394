import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// A record as it is answered by an operation.
  func worded(_ record: JSON, key: String, _ deed: inout Deed) -> JSON {
    guard let answer = deed.answer else {
      deed.context.key = key
      deed.context.record = record
      return Engine.worded(record, deed.resource, deed.context)
    }
    let own = deed.resource.schema
    let schema = answer.schema >= 0 ? answer.schema : own
    let shape = deed.api.memory.shape(of: schema)
    var answered = shape.keeping(record, direction: .response)
    if let link = deed.link(to: key) {
      for pointer in deed.resource.inferred?.selfLinks ?? []
      where shape.members.contains(where: { $0.name == pointer.tokens.first }) {
        answered.set(.string(link), at: pointer)
      }
    }
    if schema == own { return answered }
    return Fitting(memory: deed.api.memory, validator: deed.api.validator).fitted(answered, to: schema) ?? answered
  }

  /// The body of an inferred action's answer: its records, in the envelope that the answer has around them.
  func body(holding records: JSON, _ deed: Deed) -> JSON {
    guard let inferred = deed.action.inferred, let answer = deed.answer, let held = answer.held else { return records }
    var body = records
    if !held.tokens.isEmpty {
      body = deed.api.memory.body(of: Envelope(schema: answer.body, held: held))
      body.set(records, at: held)
    }
    if let list = deed.list {
      for row in deed.api.contract.listMembers[inferred.members.indices] {
        guard let pointer = row.pointer else { continue }
        body.tell(list.value(of: row), at: pointer, isNullable: list.canBeNull(row.schema))
      }
    }
    if answer.isExact, held.tokens.isEmpty { return body }
    return Fitting(memory: deed.api.memory, validator: deed.api.validator).fitted(body, to: answer.body) ?? body
  }

  /// A record as it is answered: what `answered` makes laid over it.
  static func worded(_ record: JSON, _ resource: ResourceRow, _ context: WordingContext) -> JSON {
    guard let overlay = resource.answered.filled(in: context) else { return record }
    // An object is laid over an object only: where the record has null, null it stays.
    if case .object = overlay, record.object == nil { return record }
    return record.merged(with: overlay.restricted(to: record))
  }
}

extension Deed {
  /// What the answer tells of the list.
  var list: ListWording? {
    guard let page, let inferred = action.inferred else { return nil }
    let parameters = api.contract.listParameters[inferred.parameters.indices]
    return ListWording(page: page, parameters: parameters, tables: api.contract.schemas, context: context)
  }

  /// The absolute address of a record; nil where no path is a record's.
  func link(to key: String) -> String? {
    guard let inferred = resource.inferred, !inferred.path.isEmpty else { return nil }
    var parts = RecordKey.parts(of: key, count: inferred.keyMembers.count).makeIterator()
    var address = context.call.base
    var rest = inferred.path[...]
    while let start = rest.firstIndex(of: "{"), let end = rest[start...].firstIndex(of: "}") {
      address += rest[..<start]
      address += PercentEncoding.encodeSegment(parts.next() ?? "")
      rest = rest[rest.index(after: end)...]
    }
    return address + rest
  }

  /// The answer with the address of what was made (RFC 9110, section 10.2.2), and with the header fields of a list.
  func located(_ answer: Answer) -> Answer {
    guard let inferred = action.inferred else { return answer }
    var answer = answer
    if answer.status == 201, answer.headers["Location"] == nil, let key = context.key, let link = link(to: key) {
      answer.headers["Location"] = link
    }
    guard let list else { return answer }
    for row in api.contract.listMembers[inferred.members.indices] where row.pointer == nil {
      guard answer.headers[row.header] == nil else { continue }
      let isLink = Headers.matches(row.header, "Link")
      let value = isLink ? list.linkField : list.value(of: row).map { RecordKey.text(of: $0) }
      if let value { answer.headers[row.header] = value }
    }
    return answer
  }
}

extension JSON {
  /// Puts a value at a place; null where there is none, or no member at all where it cannot be null.
  fileprivate mutating func tell(_ value: JSON?, at pointer: JSONPointer, isNullable: Bool) {
    if let value {
      set(value, at: pointer)
    } else if isNullable, self.value(at: pointer) != nil {
      set(.null, at: pointer)
    } else {
      remove(at: pointer)
    }
  }

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
