import DoubletContracts
import DoubletJSON

/// Walks a value and its schemas once more, after a verdict of not valid, and writes down every violation.
///
/// It runs the full programs, whose instructions are at the indices of their positions, and asks the ``Evaluator`` for
/// verdicts on single keywords and on branches.
struct Explainer {
  typealias Context = Evaluator.Context

  var evaluator: Evaluator
  let program: Program
  let source: SchemaTables
  let rows: UnsafePointer<ProgramRows>
  let side: Violation.Side
  let place: Violation.Place
  /// The way from the value that was asked about to the one at hand.
  var path: [Token] = []
  var found: [Finding] = []
  /// What the value at hand is, put before messages: `its name ` while a key is looked at as a string.
  var subject = ""
  /// How many branches are being tried one inside the other, to see which comes closest.
  var trials = 0

  /// A step down the value.
  enum Token {
    /// A key, by its index on the tape.
    case key(Int)
    /// A key that is not there.
    case missing(String)
    case position(Int)
  }

  /// A violation and the place on the tape that it belongs to, for the order.
  struct Finding {
    let order: Int
    let violation: Violation
  }

  init(_ program: Program, direction: Validator.Direction, place: Violation.Place, value: JSONCursor) {
    self.program = program
    source = program.source
    rows = program.rows
    self.place = place
    side = direction == .response ? .response : .request
    evaluator = Evaluator(program, direction: direction, value: value)
  }

  /// All violations of a value, in the order of the text. What two schemas say in the same words is said once.
  mutating func violations(of value: JSONCursor, against schema: Int) -> [Violation] {
    let schema = Int32(schema)
    explain(schema, value, Context(root: schema, frames: nil, notes: nil))
    if found.isEmpty, let doubt = evaluator.doubt { report(doubt, schema, value) }
    var seen: Set<[String]> = []
    return found.enumerated()
      .sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
      .map(\.element.violation)
      .filter { seen.insert(["\($0.pointer)", $0.code, $0.message]).inserted }
  }

  /// Writes down what is wrong with a value by one schema.
  mutating func explain(_ schema: Int32, _ value: JSONCursor, _ context: Context) {
    evaluator.steps &-= 1
    guard evaluator.steps > 0, evaluator.depth < Evaluator.maximumDepth else {
      let doubt = evaluator.steps > 0 ? Evaluator.Doubt.depth : .steps
      if evaluator.doubt == nil, trials == 0 { report(doubt, schema, value) }
      evaluator.doubt = evaluator.doubt ?? doubt
      return
    }
    evaluator.depth += 1
    defer { evaluator.depth -= 1 }
    let flags = rows.pointee.schemas[schema].flags
    guard flags.contains(.needsFrame) else { return explainWithNotes(schema, value, context) }
    if evaluator.isOpen(schema, value, context) { return }
    var frame = Evaluator.Frame(schema: schema, value: value.index, outer: context.frames)
    withUnsafePointer(to: &frame) {
      explainWithNotes(schema, value, context.inside($0))
    }
  }

  private mutating func explainWithNotes(_ schema: Int32, _ value: JSONCursor, _ context: Context) {
    guard rows.pointee.schemas[schema].flags.contains(.tracks) else { return explainProgram(schema, value, context) }
    var own = Notes(value)
    withUnsafeMutablePointer(to: &own) {
      explainProgram(schema, value, context.noting($0))
    }
    context.notes?.pointee.formUnion(own)
  }

  private mutating func explainProgram(_ schema: Int32, _ value: JSONCursor, _ context: Context) {
    let span = source.schemas[Int(schema)].program
    for index in span.indices where !rows.pointee.full[index].opcode.isUnevaluated {
      explain(Rule(schema: schema, index: index), value, context)
    }
    for index in span.indices where rows.pointee.full[index].opcode.isUnevaluated {
      explainUnevaluated(Rule(schema: schema, index: index), value, context)
    }
  }
}
