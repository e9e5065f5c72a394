import DoubletContracts
import DoubletJSON

/// Finds the members and header fields of a list's answer that tell of the list: totals, pages, cursors, links.
struct ListMembers {
  let reader: SchemaReader
  /// The parameter that sets the length of a page.
  let limit: String?

  private static let numbers: [(words: Set<Word>, role: ListMemberRole)] = [
    (Set("total totalcount totalitems totalresults totalelements totalrecords totalhits totalentries"), .total),
    (Set("count size numberofelements resultcount itemcount"), .count),
    (Set("limit perpage pagesize itemsperpage resultsperpage"), .limit), (Set("offset skip start startindex"), .offset),
    (Set("page currentpage pagenumber pageindex number"), .page),
    (Set("totalpages pages pagecount lastpage numpages"), .pages), (Set("next nextpage"), .nextPage),
    (Set("prev previous prevpage previouspage"), .previousPage),
  ]
  private static let cursors = Set<Word>("cursor nextcursor nextpagetoken nexttoken endcursor after continuationtoken")
  private static let truths = Set<Word>("hasmore hasnext hasnextpage more truncated istruncated")
  private static let links: [(words: Set<Word>, role: ListMemberRole)] = [
    (Set("next nexturl nextlink nextpage nextpageurl nextpagelink"), .next),
    (Set("prev previous prevurl previousurl prevpage previouspage prevpageurl"), .previous),
    (Set("first firstpage firstpageurl"), .first), (Set("last lastpage lastpageurl"), .last), (Set("self"), .current),
  ]
  /// Objects that hold such members.
  private static let holders = Set<Word>(
    "meta metadata pagination paging page pageinfo resultinfo links cursors cursor responsemetadata list data embedded"
  )

  /// The members of a body beside the records.
  func rows(in body: [Int], beside held: JSONPointer) -> [ListMemberRow] {
    let rows = rows(in: body, at: JSONPointer(), beside: held)
    // Where no member tells the number of all, one that is called a count does.
    guard !rows.contains(where: { $0.role == .total }) else { return rows }
    return rows.map { row in
      var row = row
      if row.role == .count { row.role = .total }
      return row
    }
  }

  private func rows(in schemas: [Int], at pointer: JSONPointer, beside held: JSONPointer) -> [ListMemberRow] {
    guard pointer.tokens.count < 3 else { return [] }
    let facts = reader.facts(schemas)
    return facts.members.flatMap { member -> [ListMemberRow] in
      let place = pointer.appending(member.name)
      if place == held { return [] }
      let types = reader.facts(member.schemas).types
      if let role = role(member.word, types, isLink: pointer.tokens.last.map { Word($0) == Word("links") } ?? false) {
        return [ListMemberRow(pointer: place, role: role, schema: reader.main(of: member.schemas))]
      }
      guard types.contains(.object), ListMembers.holders.contains(member.word) else { return [] }
      return rows(in: member.schemas, at: place, beside: held)
    }
  }

  private func role(_ word: Word, _ types: JSONTypes, isLink: Bool) -> ListMemberRole? {
    guard types != .all else { return nil }
    if types.contains(.string) || types.contains(.object) && isLink {
      return word.role(in: ListMembers.links) ?? (ListMembers.cursors.contains(word) ? .cursor : nil)
    }
    if types.contains(.integer) {
      // What is called as the parameter is the length of a page, and else of this one.
      return word == Word("size") && limit.map { Word($0) } == word ? .limit : word.role(in: ListMembers.numbers)
    }
    return types.contains(.boolean) && ListMembers.truths.contains(word) ? .hasMore : nil
  }

  /// The header fields that no `x-doublet` gives a value.
  func rows(of headers: ArraySlice<HeaderRow>) -> [ListMemberRow] {
    headers.compactMap { header in
      guard header.value == .absent else { return nil }
      var word = Word(header.name)
      if let rest = word.after(Word("x")) { word = rest }
      let isNumber = header.schema >= 0 && !reader.tables.types(of: header.schema).contains(.string)
      let numbers = word.role(in: ListMembers.numbers)
      let role: ListMemberRole? =
        switch word.letters {
        case "link": .next
        case "nextcursor", "nextpagetoken", "continuationtoken": .cursor
        case "next": isNumber ? .nextPage : .next
        default: numbers == .count ? .total : numbers
        }
      return role.map { ListMemberRow(header: header.name, role: $0, schema: header.schema) }
    }
  }
}
