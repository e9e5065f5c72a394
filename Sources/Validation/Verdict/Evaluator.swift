import DoubletContracts
import DoubletJSON

/// Runs the quick programs over a value and says valid or not. Nothing is allocated on the way, except for what
/// unevaluated members ask for.
///
/// It is made for one value. All it reads are addresses in a ``Program``, which must be kept alive meanwhile.
struct Evaluator {
  let rows: UnsafePointer<ProgramRows>
  unowned(unsafe) let program: Program
  let direction: Validator.Direction
  /// Whether members of the other direction that are there are judged all the same.
  var judgesExcused = false
  /// The members of the whole value that are known to meet what the schema asks of them.
  var known = MemberSet()
  /// The schemas that may still be applied: branches of recursive schemas can ask for more than any body is worth.
  var steps: Int
  var depth = 0
  /// Why a verdict of valid cannot be trusted.
  var doubt: Doubt?

  /// The most schemas that may be entered one inside the other, which bounds the stack: three for each level of a value
  /// as deep as the parser allows.
  static let maximumDepth = 1_600
  private static let leastSteps = 1_000_000
  private static let stepsPerValue = 64

  init(_ program: Program, direction: Validator.Direction, value: JSONCursor) {
    self.program = program
    rows = program.rows
    self.direction = direction
    steps = Self.leastSteps + Self.stepsPerValue * (Int(value.entry.next) - value.index)
  }

  /// Something that kept the evaluator from finding out whether a value is valid. Such a value is refused, also where
  /// the doubt arose under a `not`.
  enum Doubt: Hashable {
    case depth
    case steps
    /// A pattern, by its index, that reached its step bound.
    case pattern(Int)
  }

  /// The way to a value, as far as a schema's meaning depends on it.
  struct Context {
    /// The schema by which the value was entered; the schemas that it is composed of look at the same value.
    var root: Int32
    /// The branch of a choice by which the value is looked at: what the others say of members means nothing to it.
    var branch: UnsafePointer<Branch>?
    /// The schemas that are open, the innermost first.
    var frames: UnsafePointer<Frame>?
    /// What is evaluated of the value, where somebody asks.
    var notes: UnsafeMutablePointer<Notes>?

    /// The context of a member or element that `schema` applies to.
    @inline(__always)
    func below(_ schema: Int32) -> Context { Context(root: schema, frames: frames, notes: nil) }

    /// The same context with other notes.
    @inline(__always)
    func noting(_ notes: UnsafeMutablePointer<Notes>?) -> Context {
      Context(root: root, branch: branch, frames: frames, notes: notes)
    }

    /// Lends the context of a branch. What the branches around it leave to answers whichever way is taken inside them
    /// is not asked for; what only another branch leaves to answers is.
    @inline(__always)
    func choosing<R>(_ schema: Int32, _ body: (Context) -> R) -> R {
      var branch = Branch(schema: schema, outer: branch)
      return withUnsafePointer(to: &branch) {
        body(Context(root: root, branch: $0, frames: frames, notes: notes))
      }
    }

    /// The same context with a schema more that is open.
    @inline(__always)
    func inside(_ frame: UnsafePointer<Frame>) -> Context {
      Context(root: root, branch: branch, frames: frame, notes: notes)
    }
  }

  /// A branch of a choice, inside the one around it.
  struct Branch {
    let schema: Int32
    let outer: UnsafePointer<Branch>?
  }

  /// A schema that is open at a value.
  struct Frame {
    let schema: Int32
    let value: Int
    let outer: UnsafePointer<Frame>?
  }

  /// Whether a value meets a schema, beyond doubt.
  mutating func verdict(_ schema: Int, _ value: JSONCursor) -> Bool {
    let schema = Int32(schema)
    return isValid(schema, value, Context(root: schema, frames: nil, notes: nil)) && doubt == nil
  }

  /// Whether a value meets a schema.
  mutating func isValid(_ schema: Int32, _ value: JSONCursor, _ context: Context) -> Bool {
    let cell = rows.pointee.schemas[schema]
    steps &-= 1
    guard steps > 0, depth < Self.maximumDepth else { return stop() }
    depth &+= 1
    defer { depth &-= 1 }
    guard isFused(cell, value) else { return false }
    guard cell.flags.isEmpty else { return isValidInFrame(schema, cell, value, context) }
    return runs(cell, value, context)
  }

  /// Whether what was moved from the program into the schema's row holds.
  @inline(__always)
  private func isFused(_ cell: SchemaCell, _ value: JSONCursor) -> Bool {
    let kind = value.kind
    guard isType(Int32(cell.fused.types), value, kind) else { return false }
    guard kind == .string, cell.fused.minLength > 0 || cell.fused.maxLength < Int32.max else { return true }
    let length = value.unicodeScalarCount
    return length >= Int(cell.fused.minLength) && length <= Int(cell.fused.maxLength)
  }

  /// Whether every instruction of a schema's program holds.
  mutating func runs(_ cell: SchemaCell, _ value: JSONCursor, _ context: Context) -> Bool {
    var index = cell.start
    while index < cell.end {
      guard holds(rows.pointee.quick[index], value, context) else { return false }
      index &+= 1
    }
    return true
  }

  private mutating func stop() -> Bool {
    doubt = doubt ?? (steps > 0 ? .depth : .steps)
    return false
  }
}
