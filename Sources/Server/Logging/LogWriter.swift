internal import Dispatch
internal import Synchronization

#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// Writes lines to a file descriptor from a queue of its own, so that an event loop never waits for a terminal or a pipe.
///
/// The lines that wait are bounded. When the reader is too slow, further lines are dropped, counted, and the count is
/// written where they are missing.
public final class LogWriter: Sendable {
  private struct State {
    var waiting: [UInt8] = []
    var dropped = 0
    var isScheduled = false
  }

  private let state = Mutex(State())
  private let queue = DispatchQueue(label: "doublet.log")
  private let capacity: Int
  private let sink: @Sendable ([UInt8]) -> Void

  /// The process's standard error.
  public static let standardError = LogWriter(descriptor: 2)

  /// A writer to a file descriptor.
  public convenience init(descriptor: Int32, capacity: Int = 1 << 20) {
    self.init(capacity: capacity) { bytes in LogWriter.write(bytes, to: descriptor) }
  }

  init(capacity: Int, sink: @escaping @Sendable ([UInt8]) -> Void) {
    self.capacity = capacity
    self.sink = sink
  }

  /// Writes a line, soon. The line has no line end.
  public func write(_ line: String) {
    let schedules = state.withLock { state in
      let line = line.utf8
      // The count of dropped lines goes before the next one that fits.
      guard state.dropped == 0 || state.waiting.isEmpty, state.waiting.count + line.count < capacity else {
        state.dropped += 1
        return false
      }
      state.waiting.append(contentsOf: line)
      state.waiting.append(0x0A)
      defer { state.isScheduled = true }
      return !state.isScheduled
    }
    if schedules { queue.async { self.writeWaiting() } }
  }

  /// Waits until all lines are written, but no longer than a limit: a stuck reader must not keep the process.
  public func flush(limit: Duration = .seconds(1)) async {
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      let once = FirstCall(continuation)
      queue.async { once.resume() }
      let milliseconds = Int(limit.components.seconds * 1000 + limit.components.attoseconds / 1_000_000_000_000_000)
      DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(milliseconds)) { once.resume() }
    }
  }

  private func writeWaiting() {
    while true {
      let (bytes, dropped) = state.withLock { state -> ([UInt8], Int) in
        defer { (state.waiting, state.dropped) = ([], 0) }
        if state.waiting.isEmpty, state.dropped == 0 { state.isScheduled = false }
        return (state.waiting, state.dropped)
      }
      if bytes.isEmpty, dropped == 0 { return }
      sink(bytes)
      if dropped > 0 { sink(Array("… \(dropped) log lines dropped: they are read too slowly\n".utf8)) }
    }
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) {
    bytes.withUnsafeBytes { bytes in
      var rest = bytes[...]
      while !rest.isEmpty {
        let count = UnsafeRawBufferPointer(rebasing: rest).withMemoryRebound(to: UInt8.self) { bytes in
          posixWrite(descriptor, bytes.baseAddress, bytes.count)
        }
        if count < 0, errno == EINTR { continue }
        // A closed standard error is no reason to stop serving.
        guard count > 0 else { return }
        rest = rest.dropFirst(count)
      }
    }
  }
}

/// Resumes a continuation at the first of several calls.
private final class FirstCall: Sendable {
  private let continuation: Mutex<CheckedContinuation<Void, Never>?>

  init(_ continuation: CheckedContinuation<Void, Never>) { self.continuation = Mutex(continuation) }

  func resume() {
    let first = continuation.withLock { continuation in
      defer { continuation = nil }
      return continuation
    }
    first?.resume()
  }
}

private func posixWrite(_ descriptor: Int32, _ bytes: UnsafePointer<UInt8>?, _ count: Int) -> Int {
  write(descriptor, bytes, count)
}
