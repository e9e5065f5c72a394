import DoubletContracts
import Testing

@Suite struct NearestTests {
  @Test func `the closest name comes first`() {
    #expect(Nearest.names(to: "PutLeed", among: ["GetLead", "PutLead", "Delete"]) == ["PutLead", "GetLead"])
  }

  @Test func `a name that nothing is near has no hint`() {
    #expect(Nearest.hint(for: "zzzzzzzz", among: ["GetLead"]) == "")
  }

  @Test(arguments: 0..<20)
  func `the nearest are those that comparing with each of them would give`(seed: Int) {
    var random = RandomStream(seed: seed, "nearest")
    func name() -> String {
      String((0..<Int.random(in: 0..<12, using: &random)).map { _ in "abcé{/".randomElement(using: &random) ?? "a" })
    }
    let (wanted, names) = (name(), (0..<40).map { _ in name() })
    let near = names.enumerated().map { (name: $1, place: $0, distance: Nearest.distance(wanted, $1)) }
      .filter { $0.distance <= max(2, max(wanted.count, $0.name.count) / 2) }
      .sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
    #expect(Nearest.names(to: wanted, among: names) == near.prefix(3).map(\.name))
  }

  @Test func `what a client sends may be longer than any name`() {
    let long = String(repeating: "/orders", count: 1000)
    #expect(Nearest.names(to: long, among: ["/orders", long]) == [])
  }

  @Test(arguments: [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abc", "abc", 0)])
  func `distance counts the letters to change`(first: String, second: String, distance: Int) {
    #expect(Nearest.distance(first, second) == distance)
  }
}
