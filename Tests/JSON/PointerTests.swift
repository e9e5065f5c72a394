import DoubletJSON
import Testing

struct PointerTests {
  /// The document of RFC 6901, section 5.
  static let document = #"""
    {"foo": ["bar", "baz"], "": 0, "a/b": 1, "c%d": 2, "e^f": 3, "g|h": 4, "i\\j": 5, "k\"l": 6, " ": 7, "m~n": 8}
    """#

  @Test(arguments: [
    ("/foo/0", #""bar""#, "#/foo/0"), ("/", "0", "#/"), ("/a~1b", "1", "#/a~1b"), ("/c%d", "2", "#/c%25d"),
    ("/e^f", "3", "#/e%5Ef"), ("/g|h", "4", "#/g%7Ch"), (#"/i\j"#, "5", "#/i%5Cj"), (#"/k"l"#, "6", "#/k%22l"),
    ("/ ", "7", "#/%20"), ("/m~0n", "8", "#/m~0n"),
  ])
  func `the examples of RFC 6901 lead to their values`(text: String, value: String, fragment: String) throws {
    let pointer = try #require(JSONPointer(text))
    let tape = try JSONTape(parsing: Array(Self.document.utf8))
    #expect(tape.root.tree.value(at: pointer)?.text() == value)
    #expect(tape.root.value(at: pointer)?.tree.text() == value)
    #expect(tape.root.value(at: pointer)?.pointer == pointer)
    #expect(pointer.description == text)
    #expect(pointer.fragment == fragment)
  }

  @Test func `the empty pointer is the whole value`() throws {
    let root = try JSONTape(parsing: Array("[1]".utf8)).root
    #expect(root.value(at: JSONPointer())?.kind == .array)
    #expect(JSONPointer("") == JSONPointer())
    #expect(JSONPointer().description == "")
    #expect(JSONPointer().fragment == "#")
  }

  @Test(arguments: ["a", "/~", "/~2", "/a~", "#/a"])
  func `a text that is not a pointer is refused`(text: String) {
    #expect(JSONPointer(text) == nil)
  }

  @Test(arguments: ["/foo/2", "/foo/01", "/foo/-", "/foo/+1", "/foo/", "/nothing", "/foo/0/x", "/foo/9\(Int.max)"])
  func `a place that is not there is nothing`(text: String) throws {
    let pointer = try #require(JSONPointer(text))
    let tape = try JSONTape(parsing: Array(Self.document.utf8))
    #expect(tape.root.value(at: pointer)?.pointer == nil)
    #expect(tape.root.tree.value(at: pointer) == nil)
  }

  @Test func `a pointer grows by keys and positions`() {
    #expect(JSONPointer().appending("a/b").appending(3).appending("~").description == "/a~1b/3/~0")
  }

  @Test func `every value of a text knows its place`() throws {
    let tape = try JSONTape(parsing: Array(#"{"a":[1,{"b":[[],{}]},"x"],"c":{"d":null}}"#.utf8))
    var places: [String] = []
    func visit(_ value: JSONView) {
      places.append(value.pointer.description)
      value.elements.forEach(visit)
      value.members.forEach { visit($0.value) }
    }
    visit(tape.root)
    #expect(places == ["", "/a", "/a/0", "/a/1", "/a/1/b", "/a/1/b/0", "/a/1/b/1", "/a/2", "/c", "/c/d"])
  }
}
