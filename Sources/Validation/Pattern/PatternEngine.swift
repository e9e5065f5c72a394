/// The way a compiled pattern is run, cheapest first.
enum PatternEngine: Sendable {
  /// One class repeated between anchors: a counting loop.
  case run(ScalarRun)

  /// A precomputed deterministic table: one look-up per code point.
  case table(PatternTable)

  /// Lock-step simulation of all threads.
  case threads(PatternProgram)

  /// Backtracking, for what the others cannot express.
  case backtracking(PatternProgram)

  /// Chooses an engine. A run is looked for first, as its bounds cost nothing however great they are.
  init(for parsed: ParsedPattern) throws(PatternError) {
    if let run = ScalarRun(parsed.root) {
      self = .run(run)
      return
    }
    let program = try PatternCompiler.compile(parsed)
    if !program.isLinear {
      self = .backtracking(program)
    } else if let table = PatternTableBuilder.build(program) {
      self = .table(table)
    } else {
      self = .threads(program)
    }
  }

  var isLinear: Bool {
    if case .backtracking = self { false } else { true }
  }

  func search(_ text: UnsafeBufferPointer<UInt8>) -> Pattern.Verdict {
    switch self {
    case .run(let run): run.accepts(text) ? .matches : .fails
    case .table(let table): table.accepts(text) ? .matches : .fails
    case .threads(let program): ThreadSimulation.search(program, in: text)
    case .backtracking(let program): Backtracker.search(program, in: text)
    }
  }
}
