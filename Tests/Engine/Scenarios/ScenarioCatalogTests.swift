import DoubletContracts
import DoubletEngine
import DoubletJSON
import Testing

@Suite struct ScenarioCatalogTests {
  private func source(_ name: String, _ json: JSON) -> ScenarioSource {
    ScenarioSource(file: "scenarios/shop/\(name).yaml", name: name, api: "shop", lines: ["/steps/0": 7], json: json)
  }

  @Test func `a scenario is read when it is asked for, whatever is wrong with another`() throws {
    let right = source("right", ["description": "d", "steps": [["advance": "1s"]]])
    let wrong = source("wrong", ["description": "d", "sate": [:]])
    let catalog = try ScenarioCatalog(text: Array(ScenarioSource.text(of: [wrong, right]).utf8))
    #expect(catalog.entries.map(\.name) == ["wrong", "right"])
    let read = try #require(catalog.entries.last).scenario()
    #expect((read.name, read.api, read.file) == ("right", "shop", "scenarios/shop/right.yaml"))
    #expect(read.lines == ["/steps/0": 7])
    #expect(read.steps.count == 1)
    let error = #expect(throws: FakeError.self) { try catalog.entries.first?.scenario() }
    #expect(error?.description.hasPrefix("scenarios/shop/wrong.yaml: ") == true)
    #expect(error?.description.contains("sate") == true)
  }

  @Test func `a fake that starts as none of the wrong ones is made, any other is told why not`() throws {
    let contract = try compiled(shop)
    let sources = [source("right", ["description": "d"]), source("wrong", ["clock": "yesterday"])]
    let catalog = try ScenarioCatalog(text: Array(ScenarioSource.text(of: sources).utf8))
    _ = try Fake([contract], scenarios: catalog, start: ["right"])
    let error = #expect(throws: FakeError.self) { try Fake([contract], scenarios: catalog, start: ["wrong"]) }
    #expect(error?.description.hasPrefix("scenarios/shop/wrong.yaml: /clock") == true, "\(error as Any)")
  }

  @Test func `of two of one name and API the one over the other is taken`() throws {
    let file = try Scenario(["description": "mine"], name: "one", api: "shop")
    let bundled = try ["one", "two"].map { try Scenario(["description": "theirs"], name: $0, api: "shop") }
    let both = ScenarioCatalog([file]).over(ScenarioCatalog(bundled))
    #expect(try both.entries.map { try $0.scenario().description } == ["mine", "theirs"])
  }
}
