import DoubletContracts
import DoubletSpecs
import Testing

@testable import DoubletEngine

@Suite struct JournalBudgetTests {
  private let fake: Fake

  init() throws { fake = try Fake(Specs.bundled) }

  /// A budget with accounts that hold so many bytes, and the holders' names.
  private func budget(_ bytes: [Int]) -> (JournalBudget, [Sandbox]) {
    var budget = JournalBudget(limit: 100)
    let sandboxes = bytes.indices.map { number in
      budget.open { Sandbox(fake.start.baseline.named("s\(number)"), scenario: nil, account: $0) }
    }
    for (sandbox, count) in zip(sandboxes, bytes) { budget.add(count, of: sandbox) }
    return (budget, sandboxes)
  }

  @Test func `the one that holds much more than others is the fullest until it does not`() {
    var (budget, sandboxes) = budget([10, 900, 20, 15])
    for left in stride(from: 900, to: 100, by: -50) {
      #expect(budget.fullest() === sandboxes[1], "\(left)")
      budget.add(-50, of: sandboxes[1])
    }
    budget.add(400, of: sandboxes[3])
    let fullest = budget.fullest()
    #expect(fullest === sandboxes[3])
  }

  @Test func `those that hold nearly as much take turns`() {
    var (budget, sandboxes) = budget([100, 98, 30, 99])
    let names = (1...6).map { _ in budget.fullest()?.name ?? "" }
    #expect(Set(names) == ["s0", "s1", "s3"])
    #expect(names[0...2] == names[3...5])
    budget.close(sandboxes[0])
    #expect((1...4).allSatisfy { _ in budget.fullest()?.name != "s0" })
  }

  @Test func `the fullest holds eight ninths of the most at least, whatever comes and goes`() {
    var (budget, sandboxes) = budget(Array(repeating: 0, count: 40))
    var bytes = Array(repeating: 0, count: 40)
    var random = RandomStream(seed: 3)
    for step in 0..<5000 {
      let account = Int(random.next() % 40)
      let held = Int(random.next() % (1 << (random.next() % 20)))
      budget.add(held - bytes[account], of: sandboxes[account])
      bytes[account] = held
      let most = bytes.max() ?? 0
      let fullest = budget.fullest().map { bytes[$0.account] }
      #expect(most == 0 ? fullest == nil : 9 * (fullest ?? 0) >= 8 * most, "\(step)")
    }
  }

  @Test func `of a budget without accounts none is the fullest, nor where all are empty`() {
    var (budget, _) = budget([])
    #expect(budget.fullest() == nil)
    var (empty, sandboxes) = self.budget([20, 0])
    empty.add(-20, of: sandboxes[0])
    #expect(empty.fullest() == nil)
  }

  @Test func `what is too much is what goes`() {
    var (budget, sandboxes) = budget([60, 30])
    #expect(budget.add(25, of: sandboxes[0]) == 15)
    #expect(budget.add(-15, of: sandboxes[0]) == 0)
    #expect(budget.heldBytes == 100)
  }
}
