import DoubletJSON

/// The order of a member's values.
struct ListOrder {
  var member: String
  var isDescending: Bool

  /// The orders that a parameter asks for, the first first: `name`, `-name`, `name:desc`, `name desc,age`.
  static func all(in value: JSON?) -> [ListOrder] {
    let texts = value?.array?.compactMap(\.string) ?? (value?.string ?? "").split(separator: ",").map(String.init)
    return texts.compactMap { text in
      let words = text.split { $0 == ":" || $0 == " " || $0 == "." }.map(String.init)
      guard var name = words.first else { return nil }
      let sign = name.first == "-" || name.first == "+" ? name.removeFirst() : nil
      if words.count == 1, ["asc", "desc"].contains(name.lowercased()) { return nil }
      let isDescending = sign == "-" || words.count > 1 && words[1].lowercased().hasPrefix("desc")
      return ListOrder(member: name, isDescending: isDescending)
    }
  }

  /// The records in that order; those that are equal stay as they are, those without the member come last.
  static func sorted(
    _ records: [(key: String, record: JSON)],
    by orders: [ListOrder]
  ) -> [(key: String, record: JSON)] {
    let places = records.indices.sorted { first, second in
      for order in orders {
        switch order.compare(records[first].record.listed(order.member), records[second].record.listed(order.member)) {
        case .less: return true
        case .greater: return false
        case .equal: continue
        }
      }
      return first < second
    }
    return places.map { records[$0] }
  }

  private func compare(_ first: JSON?, _ second: JSON?) -> JSONNumber.Order {
    switch (first, second) {
    case (nil, nil): return .equal
    case (nil, _): return .greater
    case (_, nil): return .less
    case (.some(let first), .some(let second)):
      let order = ListOrder.compare(first, second)
      guard isDescending else { return order }
      return order == .less ? .greater : order == .greater ? .less : .equal
    }
  }

  private static func compare(_ first: JSON, _ second: JSON) -> JSONNumber.Order {
    if let first = first.number, let second = second.number { return first.compare(with: second) }
    let (first, second) = (RecordKey.text(of: first), RecordKey.text(of: second))
    return first < second ? .less : first == second ? .equal : .greater
  }
}
