import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Engine {
  /// The key that the request names: by the resource's own rule, the operation's, or what was inferred of it.
  func key(of deed: Deed, _ call: Call, _ world: World) throws(Problem) -> RecordKey {
    if let source = deed.key { return RecordKey(try text(of: source, deed, call)) }
    guard let rule = deed.action.find else { return try key(deed.action.inferred?.keys ?? [], deed, call) }
    let text = call.value(of: rule.source)?.string ?? ""
    guard let separator = text.firstRange(of: rule.separator),
      let key = world.contracts[call.contract].collections[deed.action.resource].key(
        ofMember: String(text[..<separator.lowerBound]),
        text: String(text[separator.upperBound...])
      )
    else { throw Engine.notFound(text, deed.resource) }
    return RecordKey(key)
  }

  private func key(_ sources: [ValueSource], _ deed: Deed, _ call: Call) throws(Problem) -> RecordKey {
    // The only record of a path without a parameter has the resource's name for a key.
    if sources.isEmpty { return RecordKey(deed.resource.name) }
    var parts: [String] = []
    for source in sources { parts.append(try text(of: source, deed, call)) }
    return RecordKey(parts: parts)
  }

  /// The text of a part of a key.
  private func text(of source: ValueSource, _ deed: Deed, _ call: Call) throws(Problem) -> String {
    guard let value = call.value(of: source) else {
      throw Problem(.notFound, "The request names no record of \(deed.resource.name).")
    }
    return RecordKey.text(of: value)
  }

  /// The keys of the records that the path of a list or a creation goes through.
  func parents(of deed: Deed, _ call: Call) throws(Problem) -> [String] {
    guard let sources = deed.action.inferred?.keys, !sources.isEmpty else { return [] }
    return try key(sources, deed, call).parts
  }

  /// Fails where the record is not there that the resource belongs to.
  func requireParent(of key: RecordKey, _ deed: Deed, _ call: Call, _ world: World) throws(Problem) {
    let parent = deed.resource.parent
    guard parent >= 0 else { return }
    // The row itself is large: it is not handed over.
    let above = key.beginning(count: deed.api.contract.resources[parent].inferred?.keyMembers.count).text
    guard !world.contracts[call.contract].collections[parent].holds(above) else { return }
    throw Engine.notFound(above, deed.api.contract.resources[parent])
  }

  /// A key for a new record, as the value of the member that holds it: what the member's schema and the path's parameter
  /// allow, the plainest first.
  func newKey(
    _ deed: Deed,
    _ random: inout RandomStream,
    isTaken: (String) -> Bool,
    number: Int
  ) -> (value: JSON, number: Int) {
    let rules = KeyRules(deed)
    var number = number
    if rules.allowsNumbers {
      number = max(number, rules.least)
      for candidate in number..<number + 1000 {
        let value = JSON.number(JSONNumber(candidate))
        if !isTaken(String(candidate)), rules.allows(value) { return (value, candidate + 1) }
      }
    }
    let text = rules.isUUID ? random.uuid() : random.text(length: 16, alphabet: "0123456789abcdef")
    if rules.allows(.string(text)) { return (.string(text), number) }
    if !isTaken(String(number)), rules.allows(.string(String(number))) { return (.string(String(number)), number + 1) }
    for _ in 0..<64 {
      if let value = rules.sample(seed: random.next()), !isTaken(RecordKey.text(of: value)), rules.allows(value) {
        return (value, number)
      }
    }
    return (.string(text), number)
  }

  static func notFound(_ key: String, _ resource: ResourceRow) -> Problem {
    Problem(.notFound, "There is no record '\(key)' in \(resource.name).")
  }
}

/// What a record's key must be.
private struct KeyRules {
  let api: ServedContract
  /// The schema of the member that holds the key, or -1.
  let member: Int
  /// The schema of the path's parameter, or -1.
  let parameter: Int

  init(_ deed: Deed) {
    api = deed.api
    let resource = deed.resource
    let name = deed.keyMember
    member = deed.api.memory.shape(of: resource.schema).members.first { $0.name == name }?.schema ?? -1
    parameter = resource.inferred?.keySchema ?? -1
  }

  private var tables: SchemaTables { api.contract.schemas }
  private var types: JSONTypes {
    member >= 0 ? tables.types(of: member) : parameter >= 0 ? tables.types(of: parameter) : .string
  }
  var allowsNumbers: Bool { types.contains(.integer) && !types.contains(.string) }
  var isUUID: Bool { [member, parameter].contains { $0 >= 0 && tables.hasFormat("uuid", $0) } }

  /// The lowest number that could be one.
  var least: Int { [member, parameter].compactMap { $0 >= 0 ? tables.minimum(of: $0) : nil }.max() ?? 1 }

  /// A value that the member or the parameter can have.
  func sample(seed: UInt64) -> JSON? {
    let schema = member >= 0 ? member : parameter
    return schema < 0 ? nil : api.memory.sample(of: schema, named: "id", seed: seed)
  }

  /// Whether a value can be both.
  func allows(_ value: JSON) -> Bool {
    if member >= 0, !api.validator.isValid(value, against: member, direction: .response) { return false }
    guard parameter >= 0 else { return true }
    let sent = Engine.typed(RecordKey.text(of: value), tables.types(of: parameter))
    return api.validator.isValid(sent, against: parameter, direction: .request)
  }
}

extension Engine {
  /// A text of a path as a value of a type.
  static func typed(_ text: String, _ types: JSONTypes) -> JSON {
    guard !types.contains(.string), let number = JSONNumber(text: text) else { return .string(text) }
    return types.contains(.number) || types.contains(.integer) && number.isInteger ? .number(number) : .string(text)
  }
}

extension SchemaTables {
  fileprivate func hasFormat(_ format: String, _ schema: Int) -> Bool {
    program(of: schema).contains { step in
      step.opcode == .format && formats[Int(step.a)] == format
    }
  }

  fileprivate func minimum(of schema: Int) -> Int? {
    program(of: schema).lazy.compactMap { step -> Int? in
      switch step.opcode {
      case .minimum: numbers[Int(step.a)].int
      case .exclusiveMinimum: numbers[Int(step.a)].int.map { $0 + 1 }
      default: nil
      }
    }.first
  }
}
