/// Turns a syntax tree into a program.
///
/// Counted repetition is expanded into copies: the program stays a plain graph, which simulation and table building both
/// want. The size is computed before anything is emitted, so `((a{999}){999}){999}` is refused, not attempted.
struct PatternCompiler {
  /// The greatest number of instructions, about one megabyte.
  static let instructionLimit = 100_000

  var program = PatternProgram()
  private var setIndices: [ScalarSet: Int32] = [:]
  private let savesGroups: Bool
  let backtracks: Bool

  private init(_ parsed: ParsedPattern) {
    savesGroups = parsed.hasBackReference
    backtracks = parsed.hasBackReference || parsed.hasLook
    program.isLinear = !backtracks
    program.registerCount = savesGroups ? 2 * (parsed.groupCount + 1) : 0
  }

  static func compile(_ parsed: ParsedPattern) throws(PatternError) -> PatternProgram {
    _ = try parsed.root.checkedSize()
    var compiler = PatternCompiler(parsed)
    compiler.emit(parsed.root, backwards: false)
    compiler.append(.accept)
    compiler.program.isAnchored = compiler.program.startsOnlyAtStart()
    return compiler.program
  }

  private mutating func emit(_ node: PatternNode, backwards: Bool) {
    switch node {
    case .empty: break
    case .scalar(let set):
      let index = index(of: set)
      append(backwards ? .scalarBefore(index) : .scalar(index))
    case .sequence(let nodes):
      for node in backwards ? nodes.reversed() : nodes { emit(node, backwards: backwards) }
    case .alternation(let nodes): emitAlternation(nodes, backwards: backwards)
    case .repetition(let node, let repetition): emitRepetition(node, repetition, backwards: backwards)
    case .capture(let group, let node):
      let first = Int32(2 * group)
      if savesGroups { append(.save(backwards ? first + 1 : first)) }
      emit(node, backwards: backwards)
      if savesGroups { append(.save(backwards ? first : first + 1)) }
    case .assertion(let assertion): append(.assert(assertion))
    case .look(let look, let body): emitLook(look, body)
    case .backReference(let group): append(.backReference(group: Int32(group), isBehind: backwards))
    }
  }

  private mutating func emitAlternation(_ nodes: [PatternNode], backwards: Bool) {
    var exits: [Int] = []
    for (offset, node) in nodes.enumerated() {
      guard offset < nodes.count - 1 else {
        emit(node, backwards: backwards)
        break
      }
      let split = append(.split(0, 0))
      emit(node, backwards: backwards)
      exits.append(append(.jump(0)))
      program.instructions[split] = .split(Int32(split + 1), next)
    }
    for exit in exits { program.instructions[exit] = .jump(next) }
  }

  private mutating func emitLook(_ look: PatternLook, _ body: PatternNode) {
    let register = reserveRegisters(2)
    let start = append(.accept)
    emit(body, backwards: look.isBehind)
    let end = append(.accept)
    program.instructions[start] = .look(register: register, isNegative: look.isNegative, end: next)
    program.instructions[end] = .lookEnd(register: register, isNegative: look.isNegative, end: next)
  }
}

extension PatternCompiler {
  /// The address of the next instruction.
  var next: Int32 { Int32(program.instructions.count) }

  @discardableResult
  mutating func append(_ instruction: PatternInstruction) -> Int {
    program.instructions.append(instruction)
    return program.instructions.count - 1
  }

  mutating func reserveRegisters(_ count: Int) -> Int32 {
    defer { program.registerCount += count }
    return Int32(program.registerCount)
  }

  private mutating func index(of set: ScalarSet) -> Int32 {
    if let index = setIndices[set] { return index }
    let index = Int32(program.sets.count)
    program.sets.append(set)
    setIndices[set] = index
    return index
  }
}

// MARK: - Repetition

extension PatternCompiler {
  private mutating func emitRepetition(_ node: PatternNode, _ repetition: PatternRepetition, backwards: Bool) {
    // An iteration beyond the minimum that consumes nothing is no match (ECMA-262, RepeatMatcher step 2.b). Simulation
    // needs no such rule: it visits every instruction once per position.
    let mark = backtracks && node.canBeEmpty ? reserveRegisters(1) : nil
    let groups = savesGroups ? node.groups : nil
    for _ in 0..<repetition.minimum { emitIteration(node, groups: groups, mark: nil, backwards: backwards) }
    if let maximum = repetition.maximum {
      var exits: [Int] = []
      for _ in repetition.minimum..<max(maximum, repetition.minimum) {
        exits.append(append(.split(0, 0)))
        emitIteration(node, groups: groups, mark: mark, backwards: backwards)
      }
      for exit in exits { patch(exit, body: Int32(exit + 1), exit: next, isLazy: repetition.isLazy) }
    } else {
      let split = append(.split(0, 0))
      emitIteration(node, groups: groups, mark: mark, backwards: backwards)
      append(.jump(Int32(split)))
      patch(split, body: Int32(split + 1), exit: next, isLazy: repetition.isLazy)
    }
  }

  private mutating func emitIteration(_ node: PatternNode, groups: ClosedRange<Int>?, mark: Int32?, backwards: Bool) {
    if let mark { append(.save(mark)) }
    if let groups { append(.clear(Int32(2 * groups.lowerBound), Int32(2 * groups.upperBound + 2))) }
    emit(node, backwards: backwards)
    if let mark { append(.progress(mark)) }
  }

  private mutating func patch(_ split: Int, body: Int32, exit: Int32, isLazy: Bool) {
    program.instructions[split] = isLazy ? .split(exit, body) : .split(body, exit)
  }
}
