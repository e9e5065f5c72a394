import DoubletContracts
import DoubletJSON

/// What a request asks of a list: which records, in what order, which page of them.
struct ListQuery {
  private(set) var filters: [ListFilter] = []
  private(set) var orders: [ListOrder] = []
  /// Records on a page; nil: all.
  private(set) var limit: Int?
  /// Records before the page.
  private(set) var offset = 0
  /// The number of the first page.
  private(set) var firstPage = 1
  /// The number of the page; nil: it is asked for in another way.
  private(set) var asked: Int?
  /// The key after whose record the page begins.
  private(set) var cursor: String?

  /// Reads a request by what its operation's parameters do.
  init(_ rows: ArraySlice<ListParameterRow>, _ call: Call) {
    var isDescending = false
    for row in rows {
      let value = call.value(of: ValueSource(place: .query, name: row.name))
      switch row.role {
      case .filter: if let value { filters.append(ListFilter(member: row.member, value)) }
      case .limit: limit = ListQuery.count(value) ?? (row.standard > 0 ? min(ListQuery.most, row.standard) : nil)
      case .offset: offset = ListQuery.count(value) ?? 0
      case .page: (asked, firstPage) = (ListQuery.count(value), row.standard)
      case .cursor: cursor = value.map { RecordKey.text(of: $0) }.flatMap { $0.isEmpty ? nil : $0 }
      case .sort: orders = ListOrder.all(in: value)
      case .order: isDescending = value?.string?.lowercased().hasPrefix("desc") ?? false
      }
    }
    if isDescending { for index in orders.indices { orders[index].isDescending.toggle() } }
    guard let page = asked else { return }
    let before = max(0, page - firstPage)
    asked = firstPage + before
    if let limit { offset = before * limit } else if before > 0 { offset = ListQuery.most }
  }

  /// More records, and more pages, than there will ever be: what is beyond it asks for as much. Two of them can be
  /// multiplied.
  private static let most = 1 << 30

  /// A number of records or pages; a negative one is none, and nil what is no whole number.
  private static func count(_ value: JSON?) -> Int? {
    guard let number = value?.number, number.isInteger else { return nil }
    return number.text.hasPrefix("-") ? 0 : min(most, value?.int ?? most)
  }

  /// The page that the request asks for.
  func page(of collection: Collection, in scope: String) -> ListPage {
    guard filters.isEmpty, orders.isEmpty, cursor == nil else { return pageOfChosen(collection, scope) }
    let total = collection.count(in: scope)
    guard offset < total else { return page(EmptyCollection(), from: offset, of: total, collection.depth) }
    return page(collection.records(in: scope).dropFirst(offset), from: offset, of: total, collection.depth)
  }

  private func pageOfChosen(_ collection: Collection, _ scope: String) -> ListPage {
    var chosen = collection.records(in: scope).filter { _, record in filters.allSatisfy { $0.admits(record) } }
    if !orders.isEmpty { chosen = ListOrder.sorted(chosen, by: orders) }
    var start = min(offset, chosen.count)
    if let cursor {
      // A cursor is the key of the last record that was seen, or how many were.
      let seen = chosen.firstIndex { RecordKey.parts(of: $0.key, count: collection.depth + 1).last == cursor }
      start = seen.map { $0 + 1 } ?? chosen.count
    }
    return page(chosen[start...], from: start, of: chosen.count, collection.depth)
  }

  private func page(
    _ rest: some Sequence<(key: String, record: JSON)>,
    from offset: Int,
    of total: Int,
    _ depth: Int
  ) -> ListPage {
    let records = limit.map { Array(rest.prefix($0)) } ?? Array(rest)
    return ListPage(
      records: records,
      depth: depth,
      offset: offset,
      total: total,
      limit: limit,
      firstPage: firstPage,
      asked: asked
    )
  }
}

/// The records of a list that an answer holds, and where they stand among all.
struct ListPage {
  var records: [(key: String, record: JSON)]
  /// How many keys of parents stand before a record's own.
  var depth: Int
  /// How many come before.
  var offset: Int
  /// How many there are on all pages.
  var total: Int
  /// How many a page can have; nil: all.
  var limit: Int?
  var firstPage: Int
  /// The number that was asked for, also where there is no such page; nil: none was.
  var asked: Int?

  /// Whether another page follows.
  var hasMore: Bool { !records.isEmpty && offset + records.count < total }
  private var length: Int { max(1, limit ?? max(total, 1)) }
  /// Its number.
  var number: Int { asked ?? firstPage + min(offset, total) / length }
  /// The number of the next page; nil behind the last.
  var nextNumber: Int? { hasMore ? number + 1 : nil }
  /// How many pages there are.
  var pages: Int { (total + length - 1) / length }
  /// Where the last page begins.
  var lastOffset: Int { max(0, pages - 1) * length }
  /// Where the page before begins; behind the last page that one.
  var previousOffset: Int? {
    guard offset > 0 else { return nil }
    return offset.isMultiple(of: length) ? min(offset - length, lastOffset) : max(0, min(offset, total) - length)
  }

  /// The number of the page that begins at an offset.
  func number(at offset: Int) -> Int { firstPage + offset / length }
}
