import DoubletJSON
import Testing

struct TreeTests {
  @Test func `literals make trees`() {
    let tree: JSON = ["name": "Ada", "age": 36, "tags": ["a", 1.5, true, nil], "none": nil, "empty": [:]]
    #expect(tree.text() == #"{"name":"Ada","age":36,"tags":["a",1.5,true,null],"none":null,"empty":{}}"#)
    #expect(tree["name"]?.string == "Ada")
    #expect(tree["age"]?.int == 36)
    #expect(tree["tags"]?[2]?.bool == true)
    #expect(tree["tags"]?[3]?.isNull == true)
    #expect(tree["tags"]?.array?.count == 4)
    #expect(tree["empty"]?.object?.isEmpty == true)
    #expect(tree["name"]?.int == nil)
    #expect(tree["missing"] == nil)
    #expect("\(tree["tags"] ?? "")" == #"["a",1.5,true,null]"#)
  }

  @Test func `a tree can be changed in place`() {
    var tree: JSON = ["a": [1, 2], "b": 2]
    tree["a"]?[0] = 9
    tree["a"]?[2] = 3
    tree["c"] = "new"
    tree["b"] = nil as JSON?
    #expect(tree == ["a": [9, 2, 3], "c": "new"])
    tree["a"]?[1] = nil as JSON?
    #expect(tree["a"] == [9, 3])
  }

  @Test func `an object keeps its order and forgets it when compared`() {
    var object = JSONObject([("b", 1), ("a", 2), ("b", 3)])
    #expect(object.keys == ["b", "a"])
    #expect(object["b"] == 3)
    #expect(object == JSONObject([("a", 2), ("b", 3)]))
    #expect(object.hashValue == JSONObject([("a", 2), ("b", 3)]).hashValue)
    #expect(object.removeValue("b") == 3)
    #expect(object.map(\.key) == ["a"])
    #expect(!object.contains("b"))
  }

  @Test func `an object with many members finds, replaces and removes them`() {
    var object = JSONObject((0..<300).map { ("key\($0)", JSON.number(JSONNumber($0))) })
    #expect(object["key299"] == 299)
    object["key7"] = "seven"
    object["key8"] = nil as JSON?
    #expect(object.count == 299)
    #expect(object["key7"] == "seven")
    #expect(object["key8"] == nil)
    #expect(object["key299"] == 299)
    #expect(object.keys[8] == "key9")
    for key in object.keys { object[key] = nil as JSON? }
    #expect(object.isEmpty)
  }

  @Test func `numbers keep their digits and compare by value`() throws {
    let tree = try JSON(parsing: "[1.0, 1e400, 12345678901234567890.123456789, -0]")
    #expect(tree.text() == "[1.0,1e400,12345678901234567890.123456789,-0]")
    #expect(tree[0] == 1)
    #expect(tree[3] == 0)
    #expect(Set<JSON>([1, 1.0, "1"]).count == 2)
  }

  @Test func `pretty text has a line for each value`() {
    let tree: JSON = ["name": "Ada", "tags": [], "list": [1, ["x": nil]], "empty": [:]]
    let expected = """
      {
        "name": "Ada",
        "tags": [],
        "list": [
          1,
          {
            "x": null
          }
        ],
        "empty": {}
      }
      """
    #expect(tree.text(pretty: true) == expected)
  }

  @Test func `a view is written as it came`() throws {
    let tape = try JSONTape(parsing: Array(#"{"a" : [1.0,  "\u0061"], "s":"x"}"#.utf8))
    var bytes: [UInt8] = []
    for value in [tape.root["a"], tape.root["s"]].compactMap(\.self) { JSONWriter.write(value, into: &bytes) }
    tape.withUnsafeCursor { JSONWriter.write($0.firstChild, into: &bytes) }
    #expect(String(decoding: bytes, as: UTF8.self) == #"[1.0,  "\u0061"]"x""a""#)
  }

  @Test func `a difference names each place`() {
    let expected: JSON = ["id": 7, "items": [["price": 10.5], 2], "gone": true]
    let actual: JSON = ["id": 7.0, "items": [["price": 10.6], 2, 3], "new": nil]
    #expect(
      JSONDifference.between(expected, actual).map(\.description) == [
        "/items/0/price: expected 10.5, found 10.6", "/items/2: expected nothing, found 3",
        "/gone: expected true, found nothing", "/new: expected nothing, found null",
      ]
    )
    #expect(JSONDifference.between(expected, expected).isEmpty)
    #expect(JSONDifference.between([], "x").map(\.description) == [#"the whole value: expected [], found "x""#])
  }
}
