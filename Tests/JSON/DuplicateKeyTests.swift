import DoubletJSON
import Testing

struct DuplicateKeyTests {
  private func tape(_ text: String) throws -> JSONTape { try JSONTape(parsing: Array(text.utf8)) }

  @Test(arguments: [0, 1, 5, 14, 29, 30, 31, 32, 33, 100, 5000])
  func `a key that appears twice is marked, however many there are`(count: Int) throws {
    let members = (0..<count).map { "\"k\($0)\": \($0)" }
    #expect(try !tape("{\(members.joined(separator: ","))}").root.hasDuplicateKeys)
    let twice = try tape("{\((members + [#""x":1"#, #""x":2"#]).joined(separator: ","))}").root
    #expect(twice.hasDuplicateKeys)
    #expect(twice["x"]?.int == 2)
    #expect(twice.tree["x"] == 2)
    #expect(twice.tree.object?.count == count + 1)
    #expect(twice.members.count == count + 2)
  }

  @Test func `keys are compared with their escapes decoded`() throws {
    #expect(try tape(#"{"a":1,"\u0061":2}"#).root.hasDuplicateKeys)
    #expect(try tape(#"{"\u00e9":1,"é":2}"#).root.hasDuplicateKeys)
    #expect(try !tape(#"{"\\u0061":1,"a":2}"#).root.hasDuplicateKeys)
    #expect(try tape(#"{"a":1,"\u0061":2}"#).root["a"]?.int == 2)
  }

  @Test func `keys that agree in their ends only are not taken for duplicates`() throws {
    let text = (0..<200).map { "\"prefix-of-many-\($0 + 100)-suffix-of-many\":0" }.joined(separator: ",")
    #expect(try !tape("{\(text)}").root.hasDuplicateKeys)
    #expect(try !tape(#"{"abcdefgh-1-abcdefgh":0,"abcdefgh-2-abcdefgh":0}"#).root.hasDuplicateKeys)
    #expect(try !tape(#"{"":0,"a":0,"\u0000":0,"aa":0}"#).root.hasDuplicateKeys)
    #expect(try tape(#"{"abcdefgh-1-abcdefgh":0,"abcdefgh-1-abcdefgh":0}"#).root.hasDuplicateKeys)
    #expect(try tape(#"{"":0,"":0}"#).root.hasDuplicateKeys)
  }

  @Test func `duplicates below are reported with the place of their object`() throws {
    let root = try tape(#"{"a":[{"x":1,"x":2,"x":3},{"y":1}],"b":{"c":1,"d":2,"c":3}}"#).root
    #expect(!root.hasDuplicateKeys)
    #expect(root.duplicateKeys.map { "\($0.pointer) \($0.key)" } == ["/a/0 x", "/a/0 x", "/b c"])
    #expect(root["b"]?.duplicateKeys.map { "\($0.pointer) \($0.key)" } == ["/b c"])
    #expect(root["a"]?[1]?.duplicateKeys.isEmpty == true)
  }

  @Test func `a tree keeps the last value in the place of the first`() throws {
    #expect(try JSON(parsing: #"{"a":1,"b":2,"a":3}"#).text() == #"{"a":3,"b":2}"#)
  }
}
