import DoubletContracts
import Testing

@Suite struct NearestTests {
  @Test func `the closest name comes first`() {
    #expect(Nearest.names(to: "PutLeed", among: ["GetLead", "PutLead", "Delete"]) == ["PutLead", "GetLead"])
  }

  @Test func `a name that nothing is near has no hint`() {
    #expect(Nearest.hint(for: "zzzzzzzz", among: ["GetLead"]) == "")
  }

  @Test(arguments: [("", "", 0), ("a", "", 1), ("ab", "ba", 1), ("kitten", "sitting", 3), ("abc", "abc", 0)])
  func `distance counts the letters to change`(first: String, second: String, distance: Int) {
    #expect(Nearest.distance(first, second) == distance)
  }
}
