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
    if let role = role(word, in: ListParameters.certain) { return steering(parameter, role) ?? filter(parameter) }
    return filter(parameter) ?? role(word, in: ListParameters.likely).flatMap { steering(parameter, $0) }
  }

  private func role(_ word: Word, in names: [(words: Set<Word>, role: ListParameterRole)]) -> ListParameterRole? {
    names.first { $0.words.contains(word) }?.role
  }

  /// A parameter that steers, if its type is one that can.
  private func steering(_ parameter: ParameterRow, _ role: ListParameterRole) -> ListParameterRow? {
    let types = reader.tables.types(of: parameter.schema)
    let least = reader.bound(.minimum, of: parameter.schema)
    var row = ListParameterRow(name: parameter.name, role: role)
    switch role {
    case .limit: row.standard = standard(of: parameter) ?? reader.bound(.maximum, of: parameter.schema) ?? 0
    case .page: row.standard = least == 0 || standard(of: parameter) == 0 ? 0 : 1
    case .offset: break
    default: return types.contains(.string) || types.contains(.integer) || types.contains(.array) ? row : nil
    }
    return types.contains(.integer) ? row : nil
  }

  /// A parameter that is called as a member is, or as several of it: `tags` filters by `tag`.
  private func filter(_ parameter: ParameterRow) -> ListParameterRow? {
    var name = parameter.name
    if name.hasPrefix("filter["), name.hasSuffix("]") { name = String(name.dropFirst(7).dropLast()) }
    let word = Word(name)
    guard !reader.facts([parameter.schema]).types.contains(.object) || reader.facts([parameter.schema]).types == .all,
      let member = element.member(name) ?? element.member(word) ?? element.members.first(where: { $0.word.isOf(word) })
    else { return nil }
    return ListParameterRow(name: parameter.name, role: .filter, member: member.name)
  }

  /// The value that the schema gives as its default.
  private func standard(of parameter: ParameterRow) -> Int? { nil }
}
