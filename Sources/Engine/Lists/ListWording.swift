import DoubletContracts
import DoubletJSON

/// What an answer tells of a list besides its records.
struct ListWording {
  let page: ListPage
  let parameters: ArraySlice<ListParameterRow>
  let tables: SchemaTables
  let context: WordingContext

  /// The value of a member; nil where there is nothing to tell, as of a next page behind the last.
  func value(of row: ListMemberRow) -> JSON? {
    switch row.role {
    case .total: number(page.total)
    case .count: number(page.records.count)
    case .limit: number(page.limit ?? page.total)
    case .offset: number(page.offset)
    case .page: number(page.number)
    case .pages: number(page.pages)
    case .hasMore: .bool(page.hasMore)
    case .cursor: cursor(row.schema)
    case .nextPage: page.nextNumber.map { number($0) }
    case .previousPage: page.previousOffset.map { number(page.number(at: $0)) }
    case .current, .next, .previous, .first, .last: link(row.role).map { written($0, row.schema) }
    }
  }

  /// Whether a member of that schema can be null.
  func canBeNull(_ schema: Int) -> Bool { schema >= 0 && tables.types(of: schema).contains(.null) }

  /// A link as its schema has it: the address, or an object with it.
  private func written(_ link: String, _ schema: Int) -> JSON {
    let types = schema >= 0 ? tables.types(of: schema) : .string
    return types.contains(.string) ? .string(link) : ["href": .string(link)]
  }

  private func number(_ value: Int) -> JSON { .number(JSONNumber(value)) }

  /// What a request for the next page gives as its cursor.
  private func cursor(_ schema: Int) -> JSON? {
    guard page.hasMore, let key = page.records.last?.key else { return nil }
    let own = RecordKey.parts(of: key, count: page.depth + 1).last ?? key
    guard schema >= 0, tables.types(of: schema).isDisjoint(with: .string) else { return .string(own) }
    return JSONNumber(text: own).map { .number($0) }
  }

  /// The field `Link` (RFC 8288); nil where nothing can be linked to.
  var linkField: String? {
    let links = [(ListMemberRole.first, "first"), (.previous, "prev"), (.next, "next"), (.last, "last")]
    let written = links.compactMap { role, name in link(role).map { "<\($0)>; rel=\"\(name)\"" } }
    return written.isEmpty ? nil : written.joined(separator: ", ")
  }

  /// The address of another page: that of the request with another page, offset or cursor.
  private func link(_ role: ListMemberRole) -> String? {
    let offset: Int? =
      switch role {
      case .current: page.offset
      case .next: page.hasMore ? page.offset + page.records.count : nil
      case .previous: page.previousOffset
      case .first: 0
      default: page.lastOffset
      }
    guard let offset else { return nil }
    if role == .current || page.limit == nil && role != .next { return address { _ in nil } }
    if let row = parameter(.page) { return address { $0 == row.name ? String(page.number(at: offset)) : nil } }
    if let row = parameter(.offset) { return address { $0 == row.name ? String(offset) : nil } }
    guard let row = parameter(.cursor), role == .next || role == .first else { return nil }
    if role == .first { return address(without: row.name) { _ in nil } }
    return cursor(-1)?.string.map { cursor in address { $0 == row.name ? cursor : nil } }
  }

  private func parameter(_ role: ListParameterRole) -> ListParameterRow? { parameters.first { $0.role == role } }

  /// The request's own address with other values of some of the steering parameters.
  private func address(without dropped: String? = nil, _ value: (String) -> String?) -> String {
    let call = context.call
    var items = call.queryItems.filter { $0.name != dropped }.map { item in
      (item.name, value(item.name).map { PercentEncoding.encodeQuery($0) } ?? item.rawValue)
    }
    for row in parameters where row.role != .filter && !items.contains(where: { $0.0 == row.name }) {
      if let value = value(row.name) { items.append((row.name, PercentEncoding.encodeQuery(value))) }
    }
    let query = items.map { "\(PercentEncoding.encodeQuery($0.0))=\($0.1)" }.joined(separator: "&")
    let path = call.target.path.dropFirst(call.serverPath.count)
    return call.base + path + (query.isEmpty ? "" : "?\(query)")
  }
}
