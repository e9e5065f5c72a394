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

  @Test(arguments: ["-1", "4294967296"])
  func `a run or a position that no table can have is refused`(number: String) throws {
    let rest = "; the text was cut or comes from another version of doublet, compile the spec again"
    for text in ["\(number)\t1\t1\n", "1\t\(number)\t1\n"] {
      var run = TableReader(Array(text.utf8))
      let ofRun = #expect(throws: TableError.self) { try run.span() }
      var place = TableReader(Array(text.utf8))
      let ofPlace = #expect(throws: TableError.self) { try place.position() }
      for error in [ofRun, ofPlace] {
        #expect(error?.description == "line 1 of the contract: expected a number from 0 to 4294967295" + rest)
      }
    }
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
