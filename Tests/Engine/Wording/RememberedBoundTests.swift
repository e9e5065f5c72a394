import Testing

@testable import DoubletEngine

/// What remembered answers hold at most.
@Suite struct RememberedBoundTests {
  private func circumstances(_ record: Int, version: Int = 0) -> RememberedAnswers.Circumstances {
    RememberedAnswers.Circumstances(
      contract: 0,
      operation: 0,
      version: version,
      order: record,
      base: LinkBase(serverPath: "")
    )
  }

  private func answer(_ length: Int) -> Answer { Answer(status: 200, body: [UInt8](repeating: 0x20, count: length)) }

  @Test func `large answers are let go of in turn, and never hold more than the bound`() {
    var remembered = RememberedAnswers(mostBytes: 1000)
    for record in 0..<300 {
      remembered.keep(answer(100), given: circumstances(record), among: 300)
      #expect(remembered.weight <= 1000)
      #expect(remembered[circumstances(record)] != nil)
    }
    #expect((0..<300).count { remembered[circumstances($0)] != nil } == 10)
  }

  @Test func `a record that is written again and again holds one answer`() {
    var remembered = RememberedAnswers(mostBytes: 1000)
    for version in 0..<50 { remembered.keep(answer(100), given: circumstances(1, version: version), among: 1) }
    #expect(remembered.weight == 100)
    #expect(remembered[circumstances(1, version: 49)] != nil)
  }

  @Test func `an answer that leaves hardly any room for others is not kept`() {
    var remembered = RememberedAnswers(mostBytes: 1000)
    for record in 0..<5 { remembered.keep(answer(100), given: circumstances(record), among: 6) }
    remembered.keep(answer(500), given: circumstances(5), among: 6)
    #expect(remembered[circumstances(5)] == nil)
    #expect(remembered.weight == 500)
  }
}
