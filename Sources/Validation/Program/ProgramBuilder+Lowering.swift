import DoubletContracts
import DoubletJSON

extension ProgramBuilder {
  /// The most names whose presence fits a mask.
  static var maskWidth: Int { 64 }

  /// The names of `required`, where the walk over the members can look for them on its way.
  func fusableRequired(_ program: ArraySlice<Instruction>) -> [String]? {
    let required = program.filter { $0.opcode == .required }
    guard required.count == 1, program.contains(where: { $0.opcode == .members }) else { return nil }
    let names = requiredNames(required[0])
    return names.count <= Self.maskWidth ? names : nil
  }

  private func requiredNames(_ instruction: Instruction) -> [String] {
    let start = Int(instruction.a)
    return NamePool.unique(Array(source.names[start..<(start + Int(instruction.b))]))
  }

  /// Operands of `required`: a run of name tables, each small enough for a mask.
  mutating func lowerRequired(_ index: Int) {
    let all = requiredNames(source.instructions[index])
    full[index].a = Int32(names.tables.count)
    full[index].b = 0
    for start in stride(from: 0, to: all.count, by: Self.maskWidth) {
      names.table(all[start..<min(start + Self.maskWidth, all.count)].map { ($0, 0) })
      full[index].b += 1
    }
  }

  /// Operand of `members`: a shape with the members by name, the required ones among them marked.
  mutating func addShape(_ instruction: Instruction, required: [String]?) -> Int32 {
    let object = source.objects[Int(instruction.a)]
    var keys: [String] = []
    var rows: [MemberRow] = []
    for property in source.properties[object.properties.indices] {
      keys.append(property.name)
      rows.append(
        MemberRow(schema: Int32(property.schema), bit: -1, traits: UInt8(truncatingIfNeeded: property.traits.rawValue))
      )
    }
    for (bit, name) in (required ?? []).enumerated() {
      if let place = keys.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) {
        rows[place].bit = Int8(bit)
      } else {
        keys.append(name)
        rows.append(MemberRow(schema: -1, bit: Int8(bit), traits: 0))
      }
    }
    let count = required?.count ?? 0
    shapes.append(
      ShapeRow(
        table: names.table(keys.map { ($0, 0) }),
        members: Int32(members.count),
        patterns: Int32(object.patterns.start),
        patternCount: Int32(object.patterns.count),
        additional: Int32(object.additional),
        required: count == Self.maskWidth ? .max : 1 << UInt64(count) - 1
      )
    )
    members += rows
    return Int32(shapes.count - 1)
  }

  /// Operand of `enum` and `const`: the strings by name, the rest one by one.
  mutating func lowerChoices(_ index: Int) {
    let instruction = source.instructions[index]
    let start = Int(instruction.a)
    let values = instruction.opcode == .constant ? start..<start + 1 : start..<start + Int(instruction.b)
    let strings = NamePool.unique(values.compactMap { source.values[$0].string })
    let others = values.filter { source.values[$0].kind != .string }
    full[index].a = Int32(choices.count)
    choices.append(
      ChoiceRow(
        strings: names.table(strings.map { ($0, 0) }),
        start: Int32(choiceValues.count),
        count: Int32(others.count)
      )
    )
    choiceValues += others.map(Int32.init)
  }

  /// Operands of `discriminator`: the property's name; the values as a name table; the schema of all other values plus
  /// one, doubled, and 1 more where `oneOf` or `anyOf` of the same schema leave the choice to it.
  mutating func lowerDiscriminator(_ index: Int, hasAlternatives: Bool) {
    let instruction = source.instructions[index]
    let rows = source.discriminations[Int(instruction.b)..<Int(instruction.b + instruction.c)]
    let standard = rows.first(where: \.isDefault)?.schema ?? -1
    full[index].b = names.table(rows.filter { !$0.isDefault }.map { ($0.value, Int32($0.schema)) })
    full[index].c = Int32(standard + 1) * 2 + (hasAlternatives ? 1 : 0)
  }
}
