import Testing

@testable import DoubletEngine

@Suite struct JournalMemoryTests {
  @Test func `memory that is given back is taken for a page of the same size`() {
    let memory = JournalMemory()
    let (small, large) = (memory.take(1024), memory.take(4096))
    memory.give(small, 1024)
    memory.give(large, 4096)
    let again = [memory.take(4096), memory.take(1024)]
    #expect(again == [large, small])
    memory.give(again[0], 4096)
    memory.give(again[1], 1024)
  }

  @Test(arguments: [1024, 16_384, 65_536]) func `as much of each size is kept, and no more`(size: Int) {
    let memory = JournalMemory()
    let most = 131_072 / size
    for other in [512, 2048] { for page in (1...300).map({ _ in memory.take(other) }) { memory.give(page, other) } }
    let given = (1...2 * most).map { _ in memory.take(size) }
    for page in given { memory.give(page, size) }
    let taken = (1...most).map { _ in memory.take(size) }
    #expect(taken == given.prefix(most).reversed())
    for page in taken { memory.give(page, size) }
  }

  @Test(arguments: [true, false]) func `a page that a journal loses is there for the next one`(isEvicted: Bool) {
    let memory = JournalMemory()
    let page = memory.take(1024)
    memory.give(page, 1024)
    var journal = Journal(of: "box", pageBytes: 1024, memory: memory)
    _ = journal.append(.plain(1, Request("GET", "/")))
    let other = memory.take(1024)
    #expect(other != page, "the journal has it")
    if isEvicted { _ = journal.evict() } else { journal.clear() }
    let again = memory.take(1024)
    #expect(again == page)
    memory.give(other, 1024)
    memory.give(again, 1024)
  }
}
