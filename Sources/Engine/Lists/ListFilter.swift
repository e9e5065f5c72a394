import DoubletJSON

/// Admits records that have one of the values in a member.
struct ListFilter {
  let member: String
  let values: [JSON]

  /// A filter by the value of a parameter; of an array, by any of its elements.
  init(member: String, _ value: JSON) {
    self.member = member
    values = value.array ?? [value]
  }

  /// Whether a record has one of the values; in a member that is a list, as one of its elements.
  func admits(_ record: JSON) -> Bool {
    guard let found = record.listed(member) else { return false }
    if case .array(let elements) = found {
      return elements.contains { element in
        values.contains { ListFilter.areSame(element, $0) || ListFilter.isCalled(element, $0) }
      }
    }
    return values.contains { ListFilter.areSame(found, $0) }
  }

  /// Whether two values are written alike: a query has no types of its own.
  private static func areSame(_ first: JSON, _ second: JSON) -> Bool {
    if first == second { return true }
    switch (first, second) {
    case (.string(let text), .number), (.string(let text), .bool): return text == second.text()
    case (.number(let number), .string(let text)): return JSONNumber(text: text) == number
    case (.bool, .string(let text)): return text == first.text()
    default: return false
    }
  }

  /// Whether an object has the value as its name or id: a tag `{id: 3, name: new}` is found as `new`.
  private static func isCalled(_ element: JSON, _ value: JSON) -> Bool {
    ["name", "id", "key", "slug", "code"].contains { name in element[name].map { areSame($0, value) } ?? false }
  }
}

extension JSON {
  /// A member of a record, or of the attributes of a resource object (JSON:API 1.1, section 5.2).
  func listed(_ member: String) -> JSON? { self[member] ?? self["attributes"]?[member] }
}
