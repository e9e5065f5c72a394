import DoubletContracts
import Testing

@Suite struct TableTextTests {
  @Test(arguments: ["", "plain", "a\tb\nc\r\\", "\"\"\"#", "\\#(x)", "\u{0}\u{1B}\u{7F}\u{FEFF}", "grüße 🦉"])
  func `a text survives its cell`(text: String) throws {
    var contract = Contract(
      info: ContractInfo(name: text, title: text, version: "1", openapi: "3.1.1", files: [text, "x"])
    )
    contract.schemas.names = [text]
    contract.schemas.patterns = [text, text]
    let written = contract.text
    #expect(try Contract(text: Array(written.utf8)) == contract)
    #expect(!written.contains("#"))
  }

  @Test func `a text that was cut is refused with its line`() throws {
    let contract = Contract(info: ContractInfo(name: "a", title: "b", version: "1", openapi: "3.1.1", files: []))
    let cut = Array(contract.text.utf8.prefix(60))
    let error = #expect(throws: TableError.self) { try Contract(text: cut) }
    #expect(error?.description.hasPrefix("line 5 of the contract: expected") == true, "\(error as Any)")
  }

  @Test func `another heading is refused`() throws {
    let error = #expect(throws: TableError.self) { try Contract(text: Array("something 2\n".utf8)) }
    #expect(
      error?.description
        == "line 1 of the contract: expected 'doublet-contract 1'; the text was cut or comes from another version of "
        + "doublet, compile the spec again"
    )
  }
}
