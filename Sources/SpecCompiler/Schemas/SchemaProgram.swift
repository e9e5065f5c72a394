import DoubletContracts

/// The program of one schema while it is written.
struct SchemaProgram {
  /// The schema.
  let schema: Located
  /// What it asserts, in the order in which it is run.
  private(set) var instructions: [Instruction] = []
  /// Where the keyword of each instruction stands.
  private(set) var positions: [SourcePosition] = []

  /// An empty program.
  init(_ schema: Located) { self.schema = schema }

  /// The value of a keyword.
  subscript(keyword: String) -> Located? { schema[keyword] }

  /// Where a keyword stands.
  func position(of keyword: String) -> SourcePosition {
    schema.node.members?.first { $0.key.name == keyword }?.key.position ?? schema.position
  }

  /// Appends an instruction that a keyword makes.
  mutating func append(_ instruction: Instruction, for keyword: String) {
    append(instruction, at: position(of: keyword))
  }

  /// Appends an instruction.
  mutating func append(_ instruction: Instruction, at position: SourcePosition) {
    instructions.append(instruction)
    positions.append(position)
  }
}
