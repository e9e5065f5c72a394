import DoubletContracts
import DoubletJSON

/// The tables of a contract, made ready to be run: names as bytes in hash tables, numbers decoded, patterns compiled.
///
/// It keeps two programs a schema. The *full* one has the instructions in the order and at the indices of the tables, so
/// that an explanation finds their positions. The *quick* one is what a verdict runs: types and lengths moved into the
/// schema's row, `required` joined with the walk over the members, unevaluated members last.
final class Program: @unchecked Sendable {
  /// What the program was made of; positions and locations are read from here.
  let source: SchemaTables
  /// Never written after `init`. Behind an address, since a copy would be a quarter of a kilobyte in each stack frame.
  let rows: UnsafePointer<ProgramRows>
  let patterns: [Pattern]
  let numbers: [JSONDecimal]

  init(
    source: SchemaTables,
    rows: ProgramRows,
    patterns: [Pattern],
    numbers: [JSONDecimal]
  ) {
    self.source = source
    let address = UnsafeMutablePointer<ProgramRows>.allocate(capacity: 1)
    address.initialize(to: rows)
    self.rows = UnsafePointer(address)
    self.patterns = patterns
    self.numbers = numbers
  }

  deinit {
    rows.pointee.deallocate()
    rows.deallocate()
  }
}

/// The flat rows of a program. The evaluator reads it by its address, so that no read counts a reference.
struct ProgramRows: Sendable {
  var schemas: Table<SchemaCell>
  /// The quick programs, one after another.
  var quick: Table<Instruction>
  /// The full programs, at the indices of the source's instructions; operands are those of the quick ones.
  var full: Table<Instruction>
  var children: Table<Int32>
  var shapes: Table<ShapeRow>
  var members: Table<MemberRow>
  var patternMembers: Table<PatternMemberRow>
  var choices: Table<ChoiceRow>
  var choiceValues: Table<Int32>
  var nameTables: Table<NameTable>
  var slots: Table<NameSlot>
  var names: Table<NameRow>
  var bytes: Table<UInt8>
  var formats: Table<Format>
  var anchors: Table<AnchorRow>
  /// What names of some tables stand for, at the indices of `names`: the schema of a discriminator's value, the traits
  /// of a name that belongs to one direction only.
  var meanings: Table<Int32>

  func deallocate() {
    schemas.deallocate()
    quick.deallocate()
    full.deallocate()
    children.deallocate()
    shapes.deallocate()
    members.deallocate()
    patternMembers.deallocate()
    choices.deallocate()
    choiceValues.deallocate()
    nameTables.deallocate()
    slots.deallocate()
    names.deallocate()
    bytes.deallocate()
    formats.deallocate()
    anchors.deallocate()
    meanings.deallocate()
  }
}
