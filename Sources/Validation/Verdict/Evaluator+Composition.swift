import DoubletContracts
import DoubletJSON

extension Evaluator {
  /// Whether an instruction holds that applies schemas to the value itself.
  mutating func composes(_ step: Instruction, _ value: JSONCursor, _ context: Context) -> Bool {
    switch step.opcode {
    case .allOf:
      for index in step.a..<(step.a &+ step.b) where !isValid(rows.pointee.children[index], value, context) {
        return false
      }
      return true
    case .anyOf: return leavesChoice(step, value) || anyHolds(step, value, context)
    case .oneOf: return leavesChoice(step, value) || oneHolds(step, value, context)
    case .not:
      return !isValid(step.a, value, context.noting(nil))
    case .conditional:
      let branch = holdsInBranch(step.a, value, context) ? step.b : step.c
      return branch < 0 || isValid(branch, value, context)
    case .reference: return isValid(step.a, value, context)
    case .dynamicReference: return isValid(target(of: step, context), value, context)
    case .discriminator: return discriminates(step, value, context)
    default: preconditionFailure("\(step.opcode) applies nothing in place")
    }
  }

  /// Whether a discriminator beside `anyOf` or `oneOf` makes the choice for this value.
  func leavesChoice(_ step: Instruction, _ value: JSONCursor) -> Bool { step.c != 0 && value.kind == .object }

  /// Whether a value meets a schema that may fail: what a failing branch evaluated is forgotten.
  mutating func holdsInBranch(_ schema: Int32, _ value: JSONCursor, _ context: Context) -> Bool {
    guard let notes = context.notes else { return isValid(schema, value, context) }
    var branch = Notes(value)
    let holds = withUnsafeMutablePointer(to: &branch) {
      isValid(schema, value, context.noting($0))
    }
    if holds { notes.pointee.formUnion(branch) }
    return holds
  }

  private mutating func anyHolds(_ step: Instruction, _ value: JSONCursor, _ context: Context) -> Bool {
    // Where somebody asks what is evaluated, every branch that holds has a say.
    let enough = context.notes == nil ? 1 : Int.max
    return countMatches(step, value, context, upTo: enough) > 0
  }

  private mutating func oneHolds(_ step: Instruction, _ value: JSONCursor, _ context: Context) -> Bool {
    let count = countMatches(step, value, context, upTo: 2)
    return count == 1 || count == 2 && isToldApart(step, value, context)
  }

  /// Whether of several branches that hold one is meant: in a direction, a member may be asked for by one branch and be
  /// read-only in another. It is the one that holds when each excuses its own members only, and those not from their
  /// schemas.
  @inline(never)
  mutating func isToldApart(_ step: Instruction, _ value: JSONCursor, _ context: Context) -> Bool {
    guard direction != .none, rows.pointee.schemas[context.root].directional >= 0 else { return false }
    let outer = judgesExcused
    judgesExcused = true
    defer { judgesExcused = outer }
    var count = 0
    for index in step.a..<(step.a &+ step.b) {
      let branch = rows.pointee.children[index]
      if isValid(branch, value, Context(root: branch, frames: context.frames, notes: nil)) { count &+= 1 }
    }
    return count == 1
  }

  /// The number of branches that hold; counting stops at `enough`.
  mutating func countMatches(
    _ step: Instruction,
    _ value: JSONCursor,
    _ context: Context,
    upTo enough: Int
  ) -> Int {
    var count = 0
    for index in step.a..<(step.a &+ step.b) {
      let branch = rows.pointee.children[index]
      guard context.choosing(branch, { holdsInBranch(branch, value, $0) }) else { continue }
      count &+= 1
      if count == enough { break }
    }
    return count
  }

  private mutating func discriminates(_ step: Instruction, _ value: JSONCursor, _ context: Context) -> Bool {
    guard value.kind == .object else { return true }
    switch choice(step, value) {
    case .schema(let schema): return context.choosing(schema) { isValid(schema, value, $0) }
    case .missing: return step.c & 1 == 0
    case .unknown: return false
    }
  }

  /// What a discriminator chose.
  enum Choice {
    case schema(Int32)
    case missing
    case unknown
  }

  /// The schema that the value's discriminator names, or that stands for what it does not name.
  func choice(_ step: Instruction, _ value: JSONCursor) -> Choice {
    let standard = step.c >> 1 &- 1
    guard let member = value.member(named: rows.pointee.name(step.a)) else {
      return standard < 0 ? .missing : .schema(standard)
    }
    if member.kind == .string, step.b >= 0 {
      let table = rows.pointee.nameTables[step.b]
      let place = place(of: member, in: table)
      if place >= 0 { return .schema(rows.pointee.meanings[table.names &+ place]) }
    }
    return standard < 0 ? .unknown : .schema(standard)
  }
}
