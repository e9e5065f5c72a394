/// Runs a program by advancing all its threads together, one code point at a time (Thompson's construction as Pike's
/// machine runs it).
///
/// A position visits each instruction at most once, so the time is text length times program length whatever the
/// expression. Scratch memory comes from the stack for small programs and is one allocation for others.
struct ThreadSimulation {
  /// The greatest number of thread steps. A text of 100,000 code points against a few hundred live threads stays below.
  static let stepLimit = 50_000_000

  private let program: UnsafeBufferPointer<PatternInstruction>
  private let text: UnsafeBufferPointer<UInt8>
  /// The generation, position plus one, in which an instruction was last reached.
  private let marks: UnsafeMutablePointer<UInt32>
  private let stack: UnsafeMutablePointer<UInt32>
  private var current: ThreadList
  private var following: ThreadList
  private var steps = 0

  static func search(_ program: PatternProgram, in text: UnsafeBufferPointer<UInt8>) -> Pattern.Verdict {
    program.instructions.withUnsafeBufferPointer { instructions in
      let count = instructions.count
      return withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 4 * count) { scratch in
        scratch.initialize(repeating: 0)
        guard let base = scratch.baseAddress else { return .fails }
        var simulation = ThreadSimulation(program: instructions, text: text, base: base)
        return simulation.run(sets: program.sets, isAnchored: program.isAnchored)
      }
    }
  }

  private init(
    program: UnsafeBufferPointer<PatternInstruction>,
    text: UnsafeBufferPointer<UInt8>,
    base: UnsafeMutablePointer<UInt32>
  ) {
    self.program = program
    self.text = text
    marks = base
    stack = base + program.count
    current = ThreadList(base: base + 2 * program.count)
    following = ThreadList(base: base + 3 * program.count)
  }

  private mutating func run(sets: [ScalarSet], isAnchored: Bool) -> Pattern.Verdict {
    var position = 0
    if follow(0, at: 0) { return .matches }
    swap(&current, &following)
    while position < text.count {
      if current.count == 0 && isAnchored { return .fails }
      let (value, width) = text.scalar(at: position)
      position += width
      for offset in 0..<current.count {
        let address = Int(current.base[offset])
        guard case .scalar(let index) = program[address], sets[Int(index)].contains(value) else { continue }
        if follow(UInt32(address + 1), at: position) { return .matches }
      }
      if !isAnchored && follow(0, at: position) { return .matches }
      steps += current.count
      if steps > Self.stepLimit { return .undecided }
      swap(&current, &following)
      following.count = 0
    }
    return .fails
  }

  /// Adds every thread reachable from an address without consuming; true when one of them accepts.
  private mutating func follow(_ start: UInt32, at position: Int) -> Bool {
    let generation = UInt32(truncatingIfNeeded: position &+ 1)
    var depth = 0
    push(start, generation, &depth)
    while depth > 0 {
      depth -= 1
      let address = stack[depth]
      steps += 1
      switch program[Int(address)] {
      case .accept: return true
      case .scalar:
        following.base[following.count] = address
        following.count += 1
      case .jump(let target): push(UInt32(target), generation, &depth)
      case .split(let first, let second):
        push(UInt32(second), generation, &depth)
        push(UInt32(first), generation, &depth)
      case .assert(let assertion):
        if assertion.holds(in: text, at: position) { push(address + 1, generation, &depth) }
      default: push(address + 1, generation, &depth)
      }
    }
    return false
  }

  @inline(__always)
  private func push(_ address: UInt32, _ generation: UInt32, _ depth: inout Int) {
    guard marks[Int(address)] != generation else { return }
    marks[Int(address)] = generation
    stack[depth] = address
    depth += 1
  }
}

/// The addresses of the threads alive at one position.
private struct ThreadList {
  let base: UnsafeMutablePointer<UInt32>
  var count = 0
}
