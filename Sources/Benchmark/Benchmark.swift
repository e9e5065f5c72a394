/// What `.ci/benchmark/run` needs beside the product: the server to compare with, and the hot paths counted in process.
///
/// ```
/// doublet-benchmark bare GET.txt PUT.txt   a bare SwiftNIO server that gives these answers, on a free port
/// doublet-benchmark store GET.txt PUT.txt  the same with a state and a journal, and nothing else
/// doublet-benchmark counts [thresholds]    allocations and time of the hot paths; fails where there are too many
/// doublet-benchmark repeat PATH COUNT      does a hot path that often, for a profiler to look at
/// doublet-benchmark spread PUT|GET PATH PLACES COUNT [CONTRACTS]
///                                          asks for random places of a path, for callgrind to count
/// doublet-benchmark judge FILE COUNT       parses and judges a text that often; prints nanoseconds a time
/// ```
@main
enum Benchmark {
  static func main() {
    do {
      try run(Array(CommandLine.arguments.dropFirst()))
    } catch {
      StandardOutput.write("error: \(error)\n")
      StandardOutput.fail()
    }
  }

  private static func run(_ arguments: [String]) throws {
    switch (arguments.first, arguments.count) {
    case ("bare", 3): try BareServer.run(get: try Recorded(file: arguments[1]), put: try Recorded(file: arguments[2]))
    case ("store", 3):
      try BareServer.runStore(get: try Recorded(file: arguments[1]), put: try Recorded(file: arguments[2]))
    case ("counts", 1): try Counts.tell(thresholds: nil)
    case ("counts", 2): try Counts.tell(thresholds: try Thresholds(file: arguments[1]))
    case ("repeat", 3): try Counts.repeat(arguments[1], times: Int(arguments[2]) ?? 1000)
    case ("spread", 5...6):
      try Spread.repeat(
        arguments[1],
        arguments[2],
        places: Int(arguments[3]) ?? 0,
        times: Int(arguments[4]) ?? 1000,
        contracts: arguments.count > 5 ? arguments[5] : nil
      )
    case ("judge", 3): try Judging.tell(file: arguments[1], rounds: Int(arguments[2]) ?? 1000)
    default:
      throw Mistake(
        "usage: doublet-benchmark bare|store GET PUT | counts [THRESHOLDS] | repeat PATH COUNT"
          + " | spread METHOD PATH PLACES COUNT [CONTRACTS] | judge FILE COUNT"
      )
    }
  }
}

/// What went wrong, in a sentence.
struct Mistake: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
