import DoubletContracts
import DoubletJSON

/// Members of a record that the fake fills in itself: moments of writes, links to the record.
struct RecordMembers {
  let reader: SchemaReader
  let resource: ClaimedResource

  private var facts: SchemaFacts { reader.facts(resource.record) }

  private static let makings = Set<Word>(
    "created createdat createdon createddate createdtime creationdate creationtime createtime"
  )
  private static let changes = Set<Word>(
    "updated updatedat updatedon updateddate updatedtime modified modifiedat modifiedon lastmodified lastmodifiedat "
      + "lastupdated lastupdatedat changedat updatetime"
  )

  /// The members that hold when the record was made or last changed, unless clients say it themselves.
  func computed(at position: SourcePosition) -> [ComputedRow] {
    let sendable = resource.sendable(reader)
    return facts.members.compactMap { member in
      let isMaking = RecordMembers.makings.contains(member.word)
      guard isMaking || RecordMembers.changes.contains(member.word),
        member.isReadOnly || !sendable.contains(member.name), reader.has(format: "date-time", member.schemas)
      else { return nil }
      return ComputedRow(member: member.name, value: .expression(.now), isOnCreateOnly: isMaking, position: position)
    }
  }

  /// The members that lead to the record: `self`, `href`, `links.self`, `_links.self.href`.
  func selfLinks() -> [JSONPointer] {
    let sendable = resource.sendable(reader)
    var links: [JSONPointer] = []
    for member in facts.members where member.isReadOnly || !sendable.contains(member.name) {
      let place = JSONPointer(tokens: [member.name])
      if ["self", "href"].contains(member.name), isLink(member.schemas) { links.append(place) }
      guard ["_links", "links", "self"].contains(member.name) else { continue }
      for name in ["self", "href"] {
        guard let inner = reader.facts(member.schemas).member(name) else { continue }
        if isLink(inner.schemas) {
          links.append(place.appending(name))
        } else if let href = reader.facts(inner.schemas).member("href"), isLink(href.schemas) {
          links.append(place.appending(name).appending("href"))
        }
      }
    }
    return links
  }

  private func isLink(_ schemas: [Int]) -> Bool {
    reader.isPlainText(schemas, formats: ["uri", "url", "uri-reference", "iri", "iri-reference"])
  }

  /// The members for the parts of a key: those of parents are called as their parameters are.
  func keyMembers(parameters: [String]) -> [String] {
    let own = resource.keyMember
    let parents = resource.isSingleton ? parameters : Array(parameters.prefix(resource.keyCount - 1))
    let segments = resource.family.shape
    let holes = segments.indices.filter { segments[$0] == Family.hole }
    var members = parents.enumerated().map { part, parameter -> String in
      let holder = holes[part] > 0 ? Word(segments[holes[part] - 1]).singular.letters : ""
      let words = Word(parameter) == Word("id") ? [Word(holder + "id")] : [Word(parameter)]
      let found = facts.members.first { member in
        member.name != own && words.contains(member.word) && reader.facts(member.schemas).isScalar
      }
      return found?.name ?? ""
    }
    if members.count < resource.keyCount { members.append(own ?? "") }
    return members
  }
}
