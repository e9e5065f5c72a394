import DoubletJSON
import DoubletValidation

/// Finds what can be told where in a body that stands in for a problem.
struct ProblemSlots {
  let facts: ProblemFacts
  private(set) var slots: [ProblemSlot] = []
  /// Whether each violation has a place of its own.
  private(set) var haveRoom = false

  /// Members that hold something else than the problem.
  private static let foreign: Set<String> = ["data", "request", "links", "context", "embedded"]

  init(of body: JSON, _ facts: ProblemFacts) {
    self.facts = facts
    switch body {
    case .array(let elements): addList(elements, at: [], beside: [])
    case .object(let members): add(members, at: [], inEntry: false)
    case .string:
      let facts = facts
      slots.append(ProblemSlot(path: [], isProse: true) { [.string(facts.prose($0, []))] })
    default: break
    }
  }

  private mutating func add(_ members: JSONObject, at path: [ProblemSlot.Step], inEntry: Bool) {
    guard path.count < 8 else { return }
    let words = members.keys.map { ProblemWord($0, inEntry: inEntry) }
    for (index, (name, value)) in members.enumerated() {
      let place = path + [.member(name)]
      let beside = Set(
        words.indices.filter { $0 != index && members.values[$0].object == nil }.compactMap { words[$0] }
      )
      switch (words[index], value) {
      case (nil, .object(let members)) where !ProblemSlots.foreign.contains(MemberName.plain(name)):
        add(members, at: place, inEntry: inEntry)
      case (nil, .array(let elements)) where !inEntry && ProblemSlots.tellPlaces(elements):
        addList(elements, at: place, beside: beside)
      case (nil, _): break
      case (let word?, .object(let members)): addObject(members, word, at: place, inEntry: inEntry, beside)
      case (.detail, .array) where inEntry, (.list, .array) where inEntry:
        slots.append(ProblemSlot(path: place) { _ in [nil, .array([])] })
      case (.list, .array) where ProblemSlots.isAside(name, in: members):
        slots.append(ProblemSlot(path: place) { _ in [.array([]), nil] })
      case (_?, .array(let elements)) where !inEntry: addList(elements, at: place, beside: beside)
      case (let word?, _): addMember(value, word, at: place, beside)
      }
    }
  }

  /// Whether the entries of a list have a place and a reason: they tell violations, whatever the list is called.
  private static func tellPlaces(_ elements: [JSON]) -> Bool {
    guard let members = elements.first?.object else { return false }
    let words = Set(members.keys.compactMap { ProblemWord($0, inEntry: true) })
    return !words.isDisjoint(with: [.field, .pointer, .location]) && !words.isDisjoint(with: [.detail, .reason])
  }

  /// Whether a list tells something else beside one that tells the problem: `messages` beside `errors`.
  private static func isAside(_ name: String, in members: JSONObject) -> Bool {
    MemberName.plain(name) == "messages" && members.keys.contains { MemberName.plain($0) == "errors" }
  }

  private mutating func addMember(
    _ model: JSON,
    _ word: ProblemWord,
    at path: [ProblemSlot.Step],
    _ beside: Set<ProblemWord>
  ) {
    let facts = facts
    let isProse = [.detail, .title, .error, .reason].contains(word)
    slots.append(
      ProblemSlot(path: path, isProse: isProse) { facts.offers(word, like: model, beside: beside, about: $0) }
    )
  }

  /// An object is a part of the problem, or tells the violations by their fields.
  private mutating func addObject(
    _ members: JSONObject,
    _ word: ProblemWord,
    at path: [ProblemSlot.Step],
    inEntry: Bool,
    _ beside: Set<ProblemWord>
  ) {
    let isMap = word == .list && !members.keys.contains { ProblemWord($0, inEntry: true) != nil }
    guard isMap, !inEntry else { return add(members, at: path, inEntry: inEntry) }
    let facts = facts
    haveRoom = true
    slots.append(
      ProblemSlot(path: path) { _ in
        let fields = facts.violations.reduce(into: JSONObject()) { fields, violation in
          let message = JSON.string(violation.message)
          fields[violation.memberName] = .array((fields[violation.memberName]?.array ?? []) + [message])
        }
        guard !fields.isEmpty else { return [nil, .object(fields)] }
        return [.object(fields), .object(JSONObject(fields.map { ($0.key, $0.value[0] ?? .null) }))]
      }
    )
  }

  /// A list of the violations. Where there are none it tells the problem itself, if nothing beside it does.
  private mutating func addList(_ elements: [JSON], at path: [ProblemSlot.Step], beside: Set<ProblemWord>) {
    let facts = facts
    haveRoom = true
    let nothing: [JSON?] = [nil, .array([])]
    guard let entry = elements.first else {
      let forms = facts.violations.isEmpty ? nothing : ProblemSlots.forms(of: facts.violations)
      slots.append(ProblemSlot(path: path) { _ in forms })
      return
    }
    let count = facts.violations.count
    let isToldBeside = !beside.isDisjoint(with: [.detail, .title, .error])
    let counts = count == 0 ? [1] : [count, 20, 3, 1].filter { $0 <= count }
    let lists: [JSON?] = counts.map { .array(Array(repeating: entry, count: $0)) }
    slots.append(
      ProblemSlot(path: path, isList: true) { _ in count == 0 && isToldBeside ? nothing + lists : lists }
    )
    switch entry {
    case .object(let members): add(members, at: path + [.entries], inEntry: true)
    case .string: slots.append(ProblemSlot(path: path + [.entries], isProse: true) { [.string(facts.prose($0, []))] })
    default: break
    }
  }

  /// The violations as a list whose entries the document does not show.
  private static func forms(of violations: [Violation]) -> [JSON?] {
    let entries = violations.map { violation -> JSON in
      ["field": .string(violation.memberName), "code": .string(violation.code), "message": .string(violation.message)]
    }
    return [.array(entries), .array(violations.map { .string(Engine.invalidDetail([$0])) }), .array([])]
  }
}
