/// A compiled expression: a flat list of instructions, the sets they name, and what an engine needs to know of them.
struct PatternProgram: Sendable {
  var instructions: [PatternInstruction] = []
  var sets: [ScalarSet] = []

  /// The number of registers a backtracking run keeps: group bounds, loop marks, look-around frames.
  var registerCount = 0

  /// Whether lock-step simulation suffices.
  var isLinear = true

  /// Whether a match can begin only at the start of the text, so that one attempt decides.
  var isAnchored = false
}

/// One step of a program.
enum PatternInstruction: Sendable, Hashable {
  /// Consumes one code point of the set with this index.
  case scalar(Int32)

  /// The same, towards the start of the text (inside look-behind).
  case scalarBefore(Int32)

  /// Tries the first target, then the second.
  case split(Int32, Int32)

  case jump(Int32)
  case assert(PatternAssertion)

  /// Stores the position in a register.
  case save(Int32)

  /// Forgets the registers in this half-open range: groups start afresh in each iteration of a loop.
  case clear(Int32, Int32)

  /// Fails when the position still equals the register: an iteration that consumed nothing.
  case progress(Int32)

  /// Begins a look-around whose frame is the register and the next one; the body follows.
  case look(register: Int32, isNegative: Bool, end: Int32)

  /// Ends its body.
  case lookEnd(register: Int32, isNegative: Bool, end: Int32)

  /// Consumes the text of a group.
  case backReference(group: Int32, isBehind: Bool)

  case accept
}
