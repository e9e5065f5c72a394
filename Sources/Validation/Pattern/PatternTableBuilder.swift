/// Computes the table of a linear program by the subset construction, within a budget.
///
/// Word boundaries depend on the neighbouring code point and properties on the standard library, so programs with either
/// get no table.
struct PatternTableBuilder {
  static let stateLimit = 512
  static let cellLimit = 16_384
  static let workLimit = 400_000

  private let program: PatternProgram
  private let classes: ScalarClasses
  private var states: [Key] = []
  private var numbers: [Key: UInt16] = [:]
  private var marks: [Int]
  private var generation = 0
  private var work = 0

  /// What tells states apart: the consuming instructions alive, and whether the text may end here.
  private struct Key: Hashable {
    var addresses: [Int] = []
    var acceptsAtEnd = false
    var accepts = false
  }

  /// The table, or nil when the program has none within the budget.
  static func build(_ program: PatternProgram) -> PatternTable? {
    guard program.isLinear, program.instructions.count <= 4_000, !program.hasWordBoundary,
      let classes = ScalarClasses(program.sets)
    else { return nil }
    var builder = PatternTableBuilder(program: program, classes: classes)
    return builder.build()
  }

  private init(program: PatternProgram, classes: ScalarClasses) {
    self.program = program
    self.classes = classes
    marks = [Int](repeating: 0, count: program.instructions.count)
  }

  private mutating func build() -> PatternTable? {
    states = [Key(), Key(acceptsAtEnd: true, accepts: true)]
    numbers[states[0]] = PatternTable.dead
    var transitions = [UInt16](repeating: PatternTable.dead, count: classes.count)
    transitions += [UInt16](repeating: PatternTable.matched, count: classes.count)
    let start = number(of: closure(of: [0], isStart: true))
    while transitions.count < states.count * classes.count {
      let state = states[transitions.count / classes.count]
      let row = rowOfTargets(from: state)
      for targets in row { transitions.append(number(of: closure(of: targets, isStart: false))) }
      guard work <= Self.workLimit, states.count <= Self.stateLimit, states.count * classes.count <= Self.cellLimit
      else { return nil }
    }
    return PatternTable(
      start: start,
      classes: classes,
      transitions: transitions,
      acceptsAtEnd: states.map(\.acceptsAtEnd)
    )
  }

  /// The addresses each class of code points leads to.
  private mutating func rowOfTargets(from state: Key) -> [[Int]] {
    (0..<classes.count).map { column in
      let members = classes.members[column]
      var targets: [Int] = []
      for address in state.addresses {
        work += 1
        if case .scalar(let set) = program.instructions[address], members.contains(Int(set)) {
          targets.append(address + 1)
        }
      }
      if !program.isAnchored { targets.append(0) }
      return targets
    }
  }

  private mutating func number(of key: Key) -> UInt16 {
    if key.accepts { return PatternTable.matched }
    if let number = numbers[key] { return number }
    let number = UInt16(states.count)
    states.append(key)
    numbers[key] = number
    return number
  }

  private mutating func closure(of targets: [Int], isStart: Bool) -> Key {
    var key = Key()
    visit(targets, isStart: isStart, isEnd: false, into: &key)
    var ending = Key()
    visit(targets, isStart: isStart, isEnd: true, into: &ending)
    key.addresses.sort()
    key.acceptsAtEnd = ending.accepts
    return key
  }

  private mutating func visit(_ targets: [Int], isStart: Bool, isEnd: Bool, into key: inout Key) {
    generation += 1
    var pending = targets
    while let address = pending.popLast() {
      if marks[address] == generation { continue }
      marks[address] = generation
      work += 1
      switch program.instructions[address] {
      case .accept: key.accepts = true
      case .scalar: key.addresses.append(address)
      case .jump(let target): pending.append(Int(target))
      case .split(let first, let second):
        pending.append(Int(first))
        pending.append(Int(second))
      case .assert(.start): if isStart { pending.append(address + 1) }
      case .assert(.end): if isEnd { pending.append(address + 1) }
      default: pending.append(address + 1)
      }
    }
  }
}

extension PatternProgram {
  fileprivate var hasWordBoundary: Bool {
    instructions.contains { $0 == .assert(.wordBoundary) || $0 == .assert(.noWordBoundary) }
  }
}
