import DoubletJSON
import Testing

struct PatchTests {
  @Test(arguments: [
    (#"{"a":1}"#, #"[{"op":"add","path":"/b","value":2}]"#, #"{"a":1,"b":2}"#),
    (#"{"a":[1,3]}"#, #"[{"op":"add","path":"/a/1","value":2}]"#, #"{"a":[1,2,3]}"#),
    (#"{"a":[1]}"#, #"[{"op":"add","path":"/a/-","value":2}]"#, #"{"a":[1,2]}"#),
    (#"{"a":1,"b":2}"#, #"[{"op":"remove","path":"/b"}]"#, #"{"a":1}"#),
    (#"{"a":[1,2,3]}"#, #"[{"op":"remove","path":"/a/0"}]"#, #"{"a":[2,3]}"#),
    (#"{"a":1}"#, #"[{"op":"replace","path":"/a","value":null}]"#, #"{"a":null}"#),
    (#"{"a":{"b":1},"c":{}}"#, #"[{"op":"move","from":"/a/b","path":"/c/d"}]"#, #"{"a":{},"c":{"d":1}}"#),
    (#"{"a":[1,2,3]}"#, #"[{"op":"move","from":"/a/2","path":"/a/0"}]"#, #"{"a":[3,1,2]}"#),
    (#"{"a":{"b":1}}"#, #"[{"op":"copy","from":"/a","path":"/c"}]"#, #"{"a":{"b":1},"c":{"b":1}}"#),
    (#"{"a":1.0}"#, #"[{"op":"test","path":"/a","value":1}]"#, #"{"a":1.0}"#),
    (#"{"a":1}"#, #"[{"op":"replace","path":"","value":[]}]"#, "[]"),
    (#"{"m~n/o":1}"#, #"[{"op":"replace","path":"/m~0n~1o","value":2}]"#, #"{"m~n/o":2}"#),
  ])
  func `a patch changes what it names`(value: String, patch: String, result: String) throws {
    let changed = try JSON(parsing: value).changed(by: try JSON(parsing: patch))
    #expect(changed.text() == result)
  }

  @Test(arguments: [
    (#"[{"op":"remove","path":"/b"}]"#, "operation 1: there is nothing at /b"),
    (#"[{"op":"replace","path":"/b","value":1}]"#, "operation 1: there is nothing at /b"),
    (#"[{"op":"test","path":"/a","value":2}]"#, "operation 1: /a has another value"),
    (#"[{"op":"add","path":"/b/c","value":2}]"#, "operation 1: there is nothing at /b"),
    (#"[{"op":"add","path":"/a/c","value":2}]"#, "operation 1: there is no place /a/c"),
    (#"[{"op":"add","path":"/x","value":1},{"op":"add","path":"/y"}]"#, "operation 2: 'value' is missing"),
    (#"[{"op":"move","from":"","path":"/a"}]"#, "operation 1:  cannot move below itself"),
    (#"[{"op":"increase","path":"/a"}]"#, "operation 1: 'op' must be add, remove, replace, move, copy or test"),
    (#"{"a":2}"#, "operation 1: a JSON Patch is an array of operations"),
  ])
  func `a patch that cannot be done says which operation and why`(patch: String, message: String) throws {
    let patch = try JSON(parsing: patch)
    let value: JSON = ["a": 1]
    let error = #expect(throws: JSONPatchError.self) { try value.changed(by: patch) }
    #expect(error?.description == message)
  }

  @Test func `a value can be put where nothing was, and taken out again`() {
    var value: JSON = ["list": [["a": 1]]]
    value.set(2, at: JSONPointer(tokens: ["list", "0", "b"]))
    value.set("x", at: JSONPointer(tokens: ["deep", "er"]))
    value.set(3, at: JSONPointer(tokens: ["list", "1"]))
    #expect(value == ["list": [["a": 1, "b": 2], 3], "deep": ["er": "x"]])
    let isBehindTheEnd = value.set(4, at: JSONPointer(tokens: ["list", "7"]))
    let isInANumber = value.set(4, at: JSONPointer(tokens: ["list", "1", "no"]))
    #expect(!isBehindTheEnd && !isInANumber)
    let wasThere = value.remove(at: JSONPointer(tokens: ["list", "0"]))
    let wasGone = value.remove(at: JSONPointer(tokens: ["gone"]))
    #expect(wasThere && !wasGone)
    #expect(value == ["list": [3], "deep": ["er": "x"]])
  }
}
