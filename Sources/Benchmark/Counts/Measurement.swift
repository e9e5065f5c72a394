import AllocationCounter

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// What a hot path costs: allocations, which do not depend on the machine's mood, and processor time, which does.
struct Measurement {
  let allocations: Double
  let nanoseconds: Double

  /// The least of five rounds.
  init(of path: HotPath, times: Int) throws {
    for _ in 0..<min(times, 100) {
      guard path.run() else { throw Mistake("'\(path.name)' does not do what it should") }
    }
    var (allocations, nanoseconds) = (Double.infinity, Double.infinity)
    for _ in 0..<5 {
      let before = doublet_allocations()
      let start = Self.processorTime
      var isRight = true
      for _ in 0..<times { isRight = path.run() && isRight }
      let took = Self.processorTime - start
      guard isRight else { throw Mistake("'\(path.name)' does not do what it should") }
      allocations = min(allocations, Double(doublet_allocations() - before) / Double(times))
      nanoseconds = min(nanoseconds, took / Double(times))
    }
    self.allocations = allocations
    self.nanoseconds = nanoseconds
  }

  /// Nanoseconds that this process has worked: others on the same machine do not count.
  private static var processorTime: Double {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Double(time.tv_sec) * 1e9 + Double(time.tv_nsec)
  }
}
