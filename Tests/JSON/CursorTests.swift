import DoubletJSON
import Testing

struct CursorTests {
  @Test func `a cursor walks elements and members in order`() throws {
    let tape = try JSONTape(parsing: Array(#" {"a": [1, [2, 3], {}], "b": "x"} "#.utf8))
    tape.withUnsafeCursor { root in
      var keys: [String] = []
      root.forEachMember { key, value in keys.append("\(key.string) \(value.kind) \(value.count)") }
      #expect(keys == ["a array 3", "b string 0"])
      let list = root.firstChild.nextSibling
      #expect(list.element(1)?.element(1)?.number.int == 3)
      #expect(list.element(3)?.kind == nil)
      #expect(list.element(-1)?.kind == nil)
      #expect(list.allElements { $0.kind == .number } == false)
      #expect(root.allMembers { key, _ in key.count == 0 })
      #expect(root.member(named: "b" as StaticString)?.string == "x")
      #expect(root.member(named: "b" as String)?.string == "x")
      #expect(root.member(named: "c" as StaticString)?.kind == nil)
      #expect(String(decoding: list.source, as: UTF8.self) == "[1, [2, 3], {}]")
    }
  }

  @Test func `an error leaves the loop and the tape`() throws {
    struct Stop: Error, Equatable { let index: Int }
    let tape = try JSONTape(parsing: Array("[1, 2, 3]".utf8))
    #expect(throws: Stop(index: 2)) {
      try tape.withUnsafeCursor { root throws(Stop) in
        try root.forEachElement { element throws(Stop) in if element.index == 2 { throw Stop(index: 2) } }
      }
    }
  }

  @Test(arguments: [
    ("1", "1.0", true), ("1", "2", false), (#""a""#, #""\u0061""#, true), (#""é""#, #""e\u0301""#, false),
    ("[1,2]", "[1,2.0]", true), ("[1,2]", "[2,1]", false), ("[1]", "[1,2]", false), ("null", "false", false),
    ("true", "true", true), ("true", "false", false), ("{}", "[]", false), (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, true),
    (#"{"a":1,"b":2}"#, #"{"b":2,"\u0061":1}"#, true), (#"{"a":1}"#, #"{"b":1}"#, false),
    (#"{"a":1,"a":2}"#, #"{"a":2}"#, true), (#"{"a":1,"a":2}"#, #"{"a":1,"b":2}"#, false),
    (#"{"a":[{"b":null}]}"#, #"{"a":[{"b":null}]}"#, true), (#"{"a":1}"#, #"{"a":1,"b":2}"#, false),
  ])
  func `equality is that of values, on tapes and trees alike`(first: String, second: String, isEqual: Bool) throws {
    let (left, right) = (try JSONTape(parsing: Array(first.utf8)), try JSONTape(parsing: Array(second.utf8)))
    left.withUnsafeCursor { left in
      right.withUnsafeCursor { right in
        #expect(left.isEqual(to: right) == isEqual)
        #expect(right.isEqual(to: left) == isEqual)
        #expect(left.isEqual(to: right.tree) == isEqual)
        #expect(right.isEqual(to: left.tree) == isEqual)
        #expect((left.tree == right.tree) == isEqual)
        if isEqual { #expect(left.tree.hashValue == right.tree.hashValue) }
      }
    }
  }

  @Test func `large objects in another order are equal`() throws {
    let members = (0..<500).map { "\"k\($0)\":\($0)" }
    let first = try JSONTape(parsing: Array("{\(members.joined(separator: ","))}".utf8))
    let second = try JSONTape(parsing: Array("{\(members.reversed().joined(separator: ", "))}".utf8))
    #expect(first.withUnsafeCursor { first in second.withUnsafeCursor { first.isEqual(to: $0) } })
  }

  @Test func `entries are sixteen bytes and know where their values end`() throws {
    #expect(MemoryLayout<JSONTape.Entry>.size == 16)
    let tape = try JSONTape(parsing: Array(#"{"a":[1,2],"b":{}}"#.utf8))
    #expect(tape.entries.map(\.next) == [7, 2, 5, 4, 5, 6, 7])
    #expect(tape.entries.map(\.count) == [2, 0, 2, 0, 0, 0, 0])
    #expect(tape.entries.map(\.start) == [0, 2, 5, 6, 8, 12, 15])
    #expect(tape.entries.map(\.end) == [18, 3, 10, 7, 9, 13, 17])
  }

  @Test func `a tape outgrows its estimate`() throws {
    let text = "[" + Array(repeating: "1", count: 10_000).joined(separator: ",") + "]"
    let tape = try JSONTape(parsing: Array(text.utf8))
    #expect(tape.entries.count == 10_001)
    #expect(tape.root.count == 10_000)
    #expect(tape.root[9_999]?.int == 1)
    #expect(throws: JSONError.self) { try JSONTape(parsing: Array(text.utf8.dropLast())) }
  }

  @Test func `a view gives safe answers to any question`() throws {
    let root = try JSONTape(parsing: Array(#"[null, true, 1.5, "s", {}]"#.utf8)).root
    #expect(root.elements.map(\.isNull) == [true, false, false, false, false])
    #expect(root[1]?.bool == true)
    #expect(root[2]?.number?.text == "1.5")
    #expect(root[3]?.string == "s")
    #expect(root[3]?.bytes.elementsEqual("\"s\"".utf8) == true)
    #expect(root[5]?.kind == nil)
    #expect(root["a"]?.kind == nil)
    #expect(root[0]?.elements.isEmpty == true)
    #expect(root[0]?.members.isEmpty == true)
    #expect(root[0]?[0]?.kind == nil)
    #expect(root[2]?.int == nil)
    #expect(root[2]?.string == nil)
  }
}
