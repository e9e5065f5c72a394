import DoubletContracts
import Testing

@Suite("The file that 'doublet compile' writes") struct ContractFileTests {
  private static let contracts = ["a", "b"].map {
    Contract(info: ContractInfo(name: $0, title: "T", version: "1", openapi: "3.1.1", files: ["\($0).yaml"]))
  }
  private static let bytes = Array(ContractFile.text(of: contracts).utf8)

  @Test func `contracts survive it`() throws {
    #expect(ContractFile.isContract(Self.bytes))
    #expect(try ContractFile.contracts(in: Self.bytes) == Self.contracts)
  }

  @Test func `a file that was cut anywhere is refused`() {
    for count in 0..<Self.bytes.count {
      #expect(throws: ContractFileError.self) { try ContractFile.contracts(in: Array(Self.bytes.prefix(count))) }
    }
  }

  @Test func `a file that was changed is refused`() {
    var bytes = Self.bytes
    bytes[bytes.count / 2] ^= 1
    let error = #expect(throws: ContractFileError.self) { try ContractFile.contracts(in: bytes) }
    #expect(error?.description == "the file was changed after it was written; compile the document again")
  }

  @Test func `a file of another version and one of another kind say so`() {
    let other = #expect(throws: ContractFileError.self) {
      try ContractFile.contracts(in: Array("doublet-contract 99\nx".utf8))
    }
    #expect(other?.description.hasPrefix("the file is 'doublet-contract 99', and this doublet reads ") == true)
    let foreign = #expect(throws: ContractFileError.self) { try ContractFile.contracts(in: Array("PK".utf8)) }
    #expect(foreign?.description == "this is no file that 'doublet compile' wrote")
  }
}
