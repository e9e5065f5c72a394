import DoubletContracts
import DoubletEngine
import DoubletScenarios
import DoubletSpecs

/// Requests that are spread over many places of a fake, each as likely as every other: operations, sandboxes or records.
/// What one of them costs must not depend on how many there are.
final class Spread {
  private let fake: Fake
  private let before: Substring
  private let after: Substring
  private let places: Int
  private var random = RandomStream(seed: 1)
  private let sent = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 64)

  /// Makes, replaces and reads the record of each place: one that was made has another form than one that was replaced.
  ///
  /// - Parameter path: It has `{}` where the number of a place stands.
  init(_ fake: Fake, path: String, places: Int) throws {
    let parts = path.split(separator: "{}", omittingEmptySubsequences: false)
    guard parts.count == 2, places > 0 else { throw Mistake("'\(path)' has no place for a number, or there are none") }
    (self.fake, before, after, self.places) = (fake, parts[0], parts[1], places)
    for method in ["PUT", "PUT", "GET"] {
      for place in 1...places where !exchange(method, at: place) {
        throw Mistake("place \(place) of '\(path)' refuses a \(method)")
      }
    }
  }

  deinit { sent.deallocate() }

  /// Asks for one of the places; false where that did not succeed.
  func ask(_ method: String) -> Bool { exchange(method, at: 1 + Int(random.next() % UInt64(places))) }

  private func ask(_ method: String, times: Int) -> Bool { (0..<times).allSatisfy { _ in ask(method) } }

  /// Asks so many times. Whoever counts knows it by its name.
  @inline(never)
  private func counted(_ method: String, times: Int) -> Bool { ask(method, times: times) }

  private func exchange(_ method: String, at place: Int) -> Bool {
    let isWrite = method == "PUT"
    let answer = fake.answer(
      Request(
        method,
        "\(before)\(place)\(after)",
        headers: isWrite ? HotPath.writeHeaders : HotPath.headers,
        body: isWrite ? HotPath.body : []
      )
    )
    // What is answered is looked at, as it is when it is sent.
    answer.body.withUnsafeBytes { sent.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0.prefix(sent.count))) }
    return answer.status < 300
  }
}

extension Spread {
  /// Asks for places of the bundled APIs, or of those in a contract file, until the journals are full; then says `ready`,
  /// waits for a line, and does it again for who counts: once for the caches, and once counted.
  static func `repeat`(_ method: String, _ path: String, places: Int, times: Int, contracts file: String?) throws {
    let contracts = try file.map { try ContractFile.contracts(in: File.bytes(of: $0)) } ?? Specs.bundled
    let scenarios = file == nil ? Scenarios.bundled : ScenarioCatalog()
    let fake = try Fake(contracts, scenarios: scenarios, configuration: FakeConfiguration(liftsQuotas: true))
    let spread = try Spread(fake, path: path, places: places)
    let fillsJournals = spread.ask(method, times: 80_000)
    StandardOutput.write("ready\n")
    _ = readLine()
    guard fillsJournals, spread.ask(method, times: times), spread.counted(method, times: times)
    else {
      throw Mistake("a \(method) of '\(path)' did not succeed")
    }
  }
}
