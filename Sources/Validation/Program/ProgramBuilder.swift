import DoubletContracts
import DoubletJSON

/// Makes a ``Program`` of tables: checks them, compiles patterns, then lowers one schema after another.
struct ProgramBuilder {
  let source: SchemaTables
  var names = NamePool()
  var quick: [Instruction] = []
  var full: [Instruction] = []
  var cells: [SchemaCell] = []
  var shapes: [ShapeRow] = []
  var members: [MemberRow] = []
  var choices: [ChoiceRow] = []
  var choiceValues: [Int32] = []

  static func program(of source: SchemaTables) throws(ValidatorError) -> Program {
    try source.checkIndices()
    let patterns = try source.compiledPatterns()
    let formats = try source.resolvedFormats()
    var builder = ProgramBuilder(source: source)
    builder.lower(source.scopes)
    return Program(
      source: source,
      rows: builder.rows(source.scopes, formats),
      patterns: patterns,
      numbers: source.numbers.map(JSONDecimal.init)
    )
  }

  private init(source: SchemaTables) {
    self.source = source
    // The names of the tables come first, so that operands that are names stay as they are.
    names.append(source.names)
    full = source.instructions
  }

  /// A builder that goes on where a program was finished.
  init(_ source: SchemaTables, continuing rows: ProgramRows) {
    self.source = source
    names = NamePool(rows)
    quick = rows.quick.rows
    full = rows.full.rows
    cells = rows.schemas.rows
    shapes = rows.shapes.rows
    members = rows.members.rows
    choices = rows.choices.rows
    choiceValues = rows.choiceValues.rows
  }

  /// Lowers a schema once more, of which the source says something else now.
  mutating func lowerAgain(_ schema: Int) {
    let span = source.schemas[schema].program
    for index in span.indices {
      full[index] = source.instructions[index]
      guard full[index].opcode == .dependentRequired else { continue }
      // Its names may be new ones, behind those that the program had.
      let (start, count) = (Int(full[index].b), Int(full[index].c))
      full[index].b = Int32(names.rows.count)
      names.append(Array(source.names[start..<start + count]))
    }
    cells[schema].start = Int32(quick.count)
    lowerProgram(span)
    cells[schema].end = Int32(quick.count)
    cells[schema].fused = FusedAssertions(source.instructions[span.indices])
  }

  private mutating func lower(_ scopes: DynamicScopes) {
    let framed = source.schemasThatNeedFrames()
    var directional = DirectionalNames(source)
    for (index, row) in source.schemas.enumerated() {
      let start = quick.count
      lowerProgram(row.program)
      var flags: SchemaFlags = framed[index] ? .needsFrame : []
      if source.instructions[row.program.indices].contains(where: \.opcode.isUnevaluated) { flags.insert(.tracks) }
      let (all, certain) = directionalTables(of: index, &directional)
      cells.append(
        SchemaCell(
          start: Int32(start),
          end: Int32(quick.count),
          directional: all,
          certain: certain,
          resource: scopes.resources.isEmpty ? 0 : Int32(scopes.resources[index]),
          fused: FusedAssertions(source.instructions[row.program.indices]),
          flags: flags
        )
      )
    }
  }

  /// The names that belong to one direction only: all, and those that do whichever branch of a choice is taken.
  private mutating func directionalTables(of schema: Int, _ directional: inout DirectionalNames) -> (Int32, Int32) {
    let all = directional.names(of: schema)
    let agreed = directional.certain(of: schema)
    let certain = all.compactMap { name, _ in agreed[name].map { (name: name, meaning: Int32($0.rawValue)) } }
    guard certain.count < all.count else {
      let table = names.table(all)
      return (table, table)
    }
    let contested = directional.contested(of: schema).subtracting(certain.map(\.name))
    let marked = all.map { name, traits in
      (name, contested.contains(name) ? traits | Int32(SchemaTraits.contested.rawValue) : traits)
    }
    return (names.table(marked), names.table(certain))
  }

  private mutating func lowerProgram(_ span: Span) {
    let program = source.instructions[span.indices]
    let hasAlternatives = program.contains { $0.opcode == .oneOf || $0.opcode == .anyOf }
    let fused = fusableRequired(program)
    for index in span.indices {
      switch source.instructions[index].opcode {
      case .members: full[index].a = addShape(source.instructions[index], required: fused)
      case .required: lowerRequired(index)
      case .enumeration, .constant: lowerChoices(index)
      case .discriminator: lowerDiscriminator(index, hasAlternatives: hasAlternatives)
      case .oneOf, .anyOf: full[index].c = program.contains { $0.opcode == .discriminator } ? 1 : 0
      default: break
      }
    }
    let isFused = fused != nil
    let rest = span.indices.filter { index in
      let opcode = source.instructions[index].opcode
      return !FusedAssertions.opcodes.contains(opcode) && !(isFused && opcode == .required)
    }
    quick += rest.filter { !full[$0].opcode.isUnevaluated }.map { full[$0] }
    quick += rest.filter { full[$0].opcode.isUnevaluated }.map { full[$0] }
  }

  func rows(_ scopes: DynamicScopes, _ formats: [Format]) -> ProgramRows {
    let anchors = scopes.anchors.map { anchor in
      AnchorRow(name: Int32(anchor.name), resource: Int32(anchor.resource), schema: Int32(anchor.schema))
    }
    return ProgramRows(
      schemas: Table(cells),
      quick: Table(quick),
      full: Table(full),
      children: Table(source.children.map(Int32.init)),
      shapes: Table(shapes),
      members: Table(members),
      patternMembers: Table(
        source.patternProperties.map { PatternMemberRow(pattern: Int32($0.pattern), schema: Int32($0.schema)) }
      ),
      choices: Table(choices),
      choiceValues: Table(choiceValues),
      nameTables: Table(names.tables),
      slots: Table(names.slots),
      names: Table(names.rows),
      bytes: Table(names.bytes),
      formats: Table(formats),
      anchors: Table(anchors),
      meanings: Table(names.meanings)
    )
  }
}

extension Opcode {
  var isUnevaluated: Bool { self == .unevaluatedItems || self == .unevaluatedProperties }
}

/// What a ``SchemaCell`` holds instead of instructions. Of several bounds the narrowest is taken.
struct FusedAssertions: BitwiseCopyable {
  static let opcodes: Set<Opcode> = [.type, .minLength, .maxLength]

  /// Bounds of a string's length, in code points.
  private(set) var minLength: Int32 = 0
  private(set) var maxLength = Int32.max
  /// The mask of the types that are allowed.
  private(set) var types = UInt8(JSONTypes.all.rawValue)

  init(_ program: ArraySlice<Instruction>) {
    for instruction in program {
      switch instruction.opcode {
      case .type: types &= UInt8(truncatingIfNeeded: instruction.a)
      case .minLength: minLength = max(minLength, instruction.a)
      case .maxLength: maxLength = min(maxLength, instruction.a)
      default: break
      }
    }
  }
}
