/// Runs a program with back-references or look-around: depth first, with an explicit stack and a bound on steps.
///
/// Nothing better is known for back-references. The bound makes the worst case a fixed cost and an honest answer,
/// ``Pattern/Verdict/undecided``.
struct Backtracker {
  /// The greatest number of instructions one search may run.
  static let stepLimit = 1_000_000

  private let program: PatternProgram
  let text: UnsafeBufferPointer<UInt8>
  var registers: [Int]
  private var stack: [Entry] = []
  var steps = 0

  /// What to do when a path fails: continue elsewhere, or put a register back and fail further.
  private struct Entry {
    /// An address to continue at, or the complement of a register number.
    let target: Int32
    /// The position to continue from, or the value to restore.
    let value: Int
  }

  static func search(_ program: PatternProgram, in text: UnsafeBufferPointer<UInt8>) -> Pattern.Verdict {
    var run = Backtracker(program, text)
    var start = 0
    while true {
      let verdict = run.attempt(from: start)
      if verdict != .fails || program.isAnchored || start >= text.count { return verdict }
      start += text.scalar(at: start).width
    }
  }

  private init(_ program: PatternProgram, _ text: UnsafeBufferPointer<UInt8>) {
    self.program = program
    self.text = text
    registers = [Int](repeating: -1, count: program.registerCount)
    stack.reserveCapacity(64)
  }

  private mutating func attempt(from start: Int) -> Pattern.Verdict {
    var address = 0
    var position = start
    while true {
      steps += 1
      if steps > Self.stepLimit { return .undecided }
      var succeeds = true
      var following = address + 1
      switch program.instructions[address] {
      case .accept: return .matches
      case .scalar(let index): succeeds = consume(program.sets[Int(index)], at: &position)
      case .scalarBefore(let index): succeeds = consume(program.sets[Int(index)], before: &position)
      case .jump(let target): following = Int(target)
      case .split(let first, let second):
        stack.append(Entry(target: second, value: position))
        following = Int(first)
      case .assert(let assertion): succeeds = assertion.holds(in: text, at: position)
      case .save(let register): store(position, in: Int(register))
      case .clear(let first, let end): for register in first..<end { store(-1, in: Int(register)) }
      case .progress(let register): succeeds = registers[Int(register)] != position
      case .look(let register, let isNegative, let end):
        enterLook(Int(register), at: position, escape: isNegative ? end : nil)
      case .lookEnd(let register, let isNegative, let end):
        succeeds = !isNegative
        leaveLook(Int(register), isNegative: isNegative)
        position = registers[Int(register) + 1]
        following = Int(end)
      case .backReference(let group, let isBehind): succeeds = consume(Int(group), at: &position, isBehind: isBehind)
      }
      if succeeds {
        address = following
      } else {
        guard let choice = fail() else { return .fails }
        address = Int(choice.target)
        position = choice.value
      }
    }
  }

  /// Sets a register so that failing past this point restores it.
  private mutating func store(_ value: Int, in register: Int) {
    guard registers[register] != value else { return }
    stack.append(Entry(target: ~Int32(register), value: registers[register]))
    registers[register] = value
  }

  /// Undoes until an open choice; nil when none is left.
  private mutating func fail() -> Entry? {
    while let entry = stack.popLast() {
      if entry.target >= 0 { return entry }
      registers[Int(~entry.target)] = entry.value
    }
    return nil
  }
}

// MARK: - Look-around

extension Backtracker {
  /// Notes the height of the stack and the position. A negative look-around leaves its way out as a choice: if the body
  /// fails, failing leads there.
  private mutating func enterLook(_ register: Int, at position: Int, escape: Int32?) {
    stack.append(Entry(target: ~Int32(register), value: registers[register]))
    stack.append(Entry(target: ~Int32(register + 1), value: registers[register + 1]))
    registers[register] = stack.count
    registers[register + 1] = position
    if let escape { stack.append(Entry(target: escape, value: position)) }
  }

  /// Forgets the choices made inside: a look-around is atomic. The body of a positive one keeps what it captured, so
  /// its restoring entries stay; those of a negative one are undone.
  private mutating func leaveLook(_ register: Int, isNegative: Bool) {
    let height = registers[register]
    steps += stack.count - height
    if isNegative {
      while stack.count > height {
        let entry = stack.removeLast()
        if entry.target < 0 { registers[Int(~entry.target)] = entry.value }
      }
    } else {
      var kept = height
      for index in height..<stack.count where stack[index].target < 0 {
        stack[kept] = stack[index]
        kept += 1
      }
      stack.removeLast(stack.count - kept)
    }
  }
}
