import DoubletContracts

/// Finds out what the query parameters of a list do, by their names and types.
struct ListParameters {
  let reader: SchemaReader
  /// What is said of an element.
  let element: SchemaFacts

  /// Names that mean nothing else.
  private static let certain: [(words: Set<Word>, role: ListParameterRole)] = [
    (Set("limit perpage pagesize maxresults pagelimit maxitems resultsperpage itemsperpage"), .limit),
    (Set("offset skip startindex pageoffset"), .offset),
    (Set("page pagenumber pagenum pageno pageindex currentpage"), .page),
    (Set("cursor startingafter pagetoken nexttoken continuationtoken nextcursor pagecursor pageafter"), .cursor),
    (Set("sort sortby orderby"), .sort),
    (Set("sortorder sortdirection orderdirection sortdir direction"), .order),
  ]
  /// Names that could be a member's as well.
  private static let likely: [(words: Set<Word>, role: ListParameterRole)] = [
    (Set("size count take top max first"), .limit), (Set("start"), .offset), (Set("after"), .cursor),
    (Set("order dir"), .order),
  ]

  /// The parameters that do something.
  func rows(_ parameters: ArraySlice<ParameterRow>) -> [ListParameterRow] {
    var rows: [ListParameterRow] = []
    for parameter in parameters where parameter.location == .query {
      guard let row = row(parameter),
        row.role == .filter || !rows.contains(where: { $0.role == row.role })
      else { continue }
      rows.append(row)
    }
    return rows
  }

  private func row(_ parameter: ParameterRow) -> ListParameterRow? {
    let word = Word(parameter.name)
    if let role = word.role(in: ListParameters.certain) { return steering(parameter, role) ?? filter(parameter) }
    return filter(parameter) ?? word.role(in: ListParameters.likely).flatMap { steering(parameter, $0) }
  }

  /// A parameter that steers, if its type is one that can.
  private func steering(_ parameter: ParameterRow, _ role: ListParameterRole) -> ListParameterRow? {
    let types = reader.tables.types(of: parameter.schema)
    let least = reader.bound(.minimum, of: parameter.schema)
    let standard = reader.standard(of: parameter.schema)
    var row = ListParameterRow(name: parameter.name, role: role)
    switch role {
    case .limit:
      let most = reader.bound(.maximum, of: parameter.schema)
      row.standard = standard.map { min($0, most ?? $0) } ?? most ?? 0
    case .page: row.standard = least == 0 || standard == 0 ? 0 : 1
    case .offset: break
    default: return types.contains(.string) || types.contains(.integer) || types.contains(.array) ? row : nil
    }
    return types.contains(.integer) ? row : nil
  }

  /// A parameter that is called as a member is, or as several of it: `tags` filters by `tag`.
  private func filter(_ parameter: ParameterRow) -> ListParameterRow? {
    var name = parameter.name
    if name.hasPrefix("filter["), name.hasSuffix("]") { name = String(name.dropFirst(7).dropLast()) }
    guard !reader.facts([parameter.schema]).types.contains(.object) || reader.facts([parameter.schema]).types == .all,
      let member = member(name, of: element) ?? attributes.flatMap({ self.member(name, of: $0) })
    else { return nil }
    return ListParameterRow(name: parameter.name, role: .filter, member: member.name)
  }

  private func member(_ name: String, of facts: SchemaFacts) -> SchemaFacts.Member? {
    let word = Word(name)
    return facts.member(name) ?? facts.member(word) ?? facts.members.first { $0.word.isOf(word) }
  }

  /// What is said of the attributes of an element that is a resource object (JSON:API 1.1, section 5.2).
  private var attributes: SchemaFacts? { element.member("attributes").map { reader.facts($0.schemas) } }
}
