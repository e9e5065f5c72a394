import DoubletContracts

/// Which member of a record holds the value that finds it.
enum KeyMember {
  /// Names of members that find a record, whatever its collection is called, the best first.
  private static let usual = ["id", "uuid", "guid", "identifier", "_id", "key", "slug", "code", "name", "number"]
  /// Ends of parameter names that all mean a record's id.
  private static let identifiers = Set<Word>("id ids uuid guid identifier key")

  /// The member for a path parameter of a collection: `petId` of `pets` is a pet's `petId`, else its `id`. A schema that
  /// names no member at all can have an `id`.
  static func name(for parameter: String?, of collection: String, in facts: SchemaFacts, _ reader: SchemaReader)
    -> String?
  {
    if facts.members.isEmpty { return facts.isObject ? "id" : nil }
    let scalars = facts.members.filter { reader.facts($0.schemas).isScalar }
    let candidates = candidates(for: parameter, of: Word(collection).singular)
    for word in candidates {
      if let member = scalars.first(where: { $0.word == word }) { return member.name }
    }
    return nil
  }

  private static func candidates(for parameter: String?, of collection: Word) -> [Word] {
    let usual = usual.map { Word($0) }
    let own = ["id", "uuid", "identifier", "key", "code", "name"].map { Word(collection.letters + $0) }
    guard let parameter else { return Array(usual.prefix(7)) + own }
    let word = Word(parameter)
    var candidates = [word]
    // `userName` of users is the member `name`, `order_id` of any collection the member `id`.
    if let rest = word.after(collection) { candidates.append(rest) }
    candidates += usual.filter { word.letters.hasSuffix($0.letters) }
    let isOfID = identifiers.contains { word.letters.hasSuffix($0.letters) }
    return candidates + (isOfID ? Array(usual.prefix(5)) + own.prefix(4) : usual + own)
  }
}
