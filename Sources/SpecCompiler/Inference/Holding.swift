import DoubletContracts
import DoubletJSON

/// Where a body holds a record, or the records of a list: `""`, `/data`, `/_embedded/pets`.
struct Holding {
  /// Where it is.
  var pointer: JSONPointer
  /// All that is said of a record there.
  var schemas: [Int]
}

/// Finds records in bodies, through the envelopes that APIs put around them.
struct HoldingFinder {
  let reader: SchemaReader
  /// The collection's name.
  let collection: Word
  /// The path parameter that finds a record.
  let parameter: String?

  /// Members that hold what an answer is about.
  private static let wrappers = Set<Word>(
    "data result results item items record records response payload resource resources content value values entry "
      + "entries list rows elements hits object objects collection embedded"
  )
  /// Members that stand beside it.
  private static let asides = Set<Word>(
    "error errors warning warnings message messages link links included meta metadata pagination paging"
  )

  /// The record in a body; nil where the body is no object.
  func record(in schemas: [Int]) -> Holding? {
    var place = Holding(pointer: JSONPointer(), schemas: schemas)
    guard reader.facts(schemas).isObject else { return nil }
    for _ in 0..<3 {
      guard let inner = wrapped(in: reader.facts(place.schemas)) else { break }
      place = Holding(pointer: place.pointer.appending(inner.name), schemas: inner.schemas)
    }
    return place
  }

  /// The member that a record is wrapped in.
  private func wrapped(in facts: SchemaFacts) -> SchemaFacts.Member? {
    if let key = KeyMember.name(for: parameter, of: collection.letters, in: facts, reader),
      ["id", "uuid"].contains(Word(key).letters) || parameter.map({ Word($0) == Word(key) }) ?? false
    {
      return nil
    }
    let objects = facts.members.filter { reader.facts($0.schemas).types.contains(.object) }
    let named = objects.filter { isOfCollection($0) && reader.facts($0.schemas).isObject }
    if named.count == 1 { return named[0] }
    let wrappers = objects.filter { HoldingFinder.wrappers.contains($0.word) }
    if wrappers.count == 1 { return wrappers[0] }
    return nil
  }

  /// The records in a body; nil where it holds no array of objects.
  func list(in schemas: [Int]) -> Holding? { list(in: schemas, at: JSONPointer()) }

  private func list(in schemas: [Int], at pointer: JSONPointer) -> Holding? {
    let facts = reader.facts(schemas)
    if facts.isArray {
      return holdsObjects(facts) ? Holding(pointer: pointer, schemas: facts.elements) : nil
    }
    guard facts.isObject, pointer.tokens.count < 3 else { return nil }
    let arrays = facts.members.filter { member in
      let facts = reader.facts(member.schemas)
      return facts.isArray && holdsObjects(facts) && !HoldingFinder.asides.contains(member.word)
    }
    if let best = arrays.first(where: isOfCollection)
      ?? arrays.first(where: { HoldingFinder.wrappers.contains($0.word) }) ?? (arrays.count == 1 ? arrays[0] : nil)
    {
      let elements = reader.facts(best.schemas).elements
      return Holding(pointer: pointer.appending(best.name), schemas: elements)
    }
    for member in facts.members
    where HoldingFinder.wrappers.contains(member.word) || isOfCollection(member) {
      if let found = list(in: member.schemas, at: pointer.appending(member.name)) { return found }
    }
    return nil
  }

  private func holdsObjects(_ facts: SchemaFacts) -> Bool {
    !facts.elements.isEmpty && reader.facts(facts.elements).types.contains(.object)
      && reader.facts(facts.elements).isObject
  }

  private func isOfCollection(_ member: SchemaFacts.Member) -> Bool { member.word.isOf(collection) }
}
