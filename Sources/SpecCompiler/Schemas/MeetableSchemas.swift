import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Finds what is left of schemas that no value can meet: of rules for one place that contradict each other the later
/// stand, as in a document that takes a common answer and then says what is different in its own.
final class MeetableSchemas {
  /// What became of a schema.
  struct Settled {
    /// Why no value can meet it.
    var contradiction: Contradiction
    /// The schema of what a value can meet together; -1 where there is none.
    var schema: Int
    /// What is left out.
    var dropped: [Dropped]
  }

  /// What is left out: a rule of a schema, or `schema` for all of it.
  struct Dropped: Hashable {
    var location: String
    var rule = "schema"
    var position: SourcePosition
  }

  /// The schemas, with what was made of them.
  var tables: SchemaTables { contradictions.tables }
  let contradictions: Contradictions
  private var known: [Int: Settled?] = [:]
  /// The schemas that are being settled: one that holds itself is not settled inside of itself.
  private var open: Set<Int> = []
  /// The schemas that were made, by what they were made of.
  var made: [Change: Int] = [:]

  /// How often a schema is looked at again, with less of what contradicts itself.
  private static let mostRounds = 32

  /// The schemas of values that go one way.
  init(_ tables: SchemaTables, direction: Validator.Direction) {
    contradictions = Contradictions(tables, direction: direction)
  }

  /// What became of a schema; nil where a value may meet it.
  func settled(_ schema: Int) -> Settled? {
    if let settled = known[schema] { return settled }
    guard open.insert(schema).inserted else { return nil }
    defer { open.remove(schema) }
    let settled = contradictions.contradiction(of: [schema]).map { settle(schema, $0) }
    known[schema] = .some(settled)
    return settled
  }

  private func settle(_ schema: Int, _ contradiction: Contradiction) -> Settled {
    var parts = parts(of: schema)
    var dropped: [Dropped] = []
    for _ in 0..<MeetableSchemas.mostRounds {
      guard let next = contradictions.contradiction(of: parts) else { break }
      if let member = next.pointer.tokens.first, let changed = overruling(member, in: parts, &dropped) {
        parts = changed
      } else {
        parts = overruling(parts, &dropped)
      }
    }
    guard !parts.isEmpty, contradictions.contradiction(of: parts) == nil else {
      return Settled(contradiction: contradiction, schema: -1, dropped: [])
    }
    return Settled(contradiction: contradiction, schema: all(of: parts, like: schema), dropped: dropped)
  }

  /// The parts without the rules that later ones contradict.
  private func overruling(_ parts: [Int], _ dropped: inout [Dropped]) -> [Int] {
    var kept: [Int] = []
    for part in parts.reversed() {
      if contradictions.contradiction(of: [part] + kept) == nil {
        kept.insert(part, at: 0)
      } else if let rest = rest(of: part, beside: kept, &dropped) {
        kept.insert(rest, at: 0)
      }
    }
    return kept
  }

  /// The parts without what they say of a member that later ones contradict; nil where that is not what is wrong, but that
  /// an earlier one asks for it.
  private func overruling(_ member: String, in parts: [Int], _ dropped: inout [Dropped]) -> [Int]? {
    var changed = parts
    var kept: [Int] = []
    var left: [Dropped] = []
    for (index, part) in parts.enumerated().reversed() {
      guard let schema = self.schema(of: member, in: part) else { continue }
      guard contradictions.contradiction(of: [schema] + kept) != nil else {
        kept.insert(schema, at: 0)
        continue
      }
      let inner = kept.isEmpty ? settled(schema) : nil
      if let inner, inner.schema < 0, !parts[index...].contains(where: { requires(member, $0) }) { return nil }
      if let inner, inner.schema >= 0 {
        left += inner.dropped
        kept = [inner.schema]
      } else {
        let location = "\(tables.schemas[part].location)/properties/\(member)"
        left.append(Dropped(location: location, position: tables.schemas[schema].position))
      }
      changed[index] = changing(member, of: part, to: inner.map(\.schema) ?? -1)
    }
    guard changed != parts else { return nil }
    dropped += left
    return changed
  }
}
