import DoubletJSON
import DoubletValidation
import Testing

struct ArrayTests {
  @Test
  func `counts are told`() throws {
    let judge = try Judge(#"{"minItems": 1, "maxItems": 2}"#)
    #expect(try judge.complaints("[]") == ["must have at least 1 item, has none"])
    #expect(try judge.complaints("[1,2,3]") == ["must have at most 2 items, has 3"])
  }

  @Test
  func `elements are pointed at by position`() throws {
    let judge = try Judge(#"{"prefixItems": [{"type": "string"}], "items": {"type": "object", "required": ["id"]}}"#)
    let violations = try judge.violations(#"[5, {"id": 1}, {}]"#)
    #expect(violations.map(\.field) == ["0", "2.id"])
    #expect(violations.map(\.message) == ["must be a string, is the number 5", "is required"])
    #expect(violations.map(\.schemaLocation) == ["#/prefixItems/0/type", "#/items/required"])
  }

  @Test
  func `elements behind a closed prefix are not allowed`() throws {
    let judge = try Judge(#"{"prefixItems": [true, true], "items": false}"#)
    let violations = try judge.violations("[1, 2, 3]")
    #expect(violations.map(\.code) == ["body.items"])
    #expect(violations.map(\.message) == ["is not allowed: at most 2 items"])
  }

  @Test
  func `contains counts what matches`() throws {
    let judge = try Judge(#"{"contains": {"type": "string"}, "minContains": 2, "maxContains": 3}"#)
    #expect(try judge.complaints(#"["a"]"#) == ["must have at least 2 items that match the schema of contains, has 1"])
    #expect(
      try judge.complaints(#"["a", "b", "c", "d"]"#)
        == ["must have at most 3 items that match the schema of contains, has 4"]
    )
    #expect(
      try Judge(#"{"contains": {"const": 1}}"#).complaints("[]")
        == ["must have at least 1 item that matches the schema of contains, has none"]
    )
  }

  @Test
  func `equal items are told apart by position`() throws {
    let judge = try Judge(#"{"uniqueItems": true}"#)
    #expect(try judge.complaints(#"["a", 1, "b", 1.0]"#) == ["must not have equal items, but items 1 and 3 are equal"])
    #expect(try judge.accepts(#"[1, "1", true, null, [1], {"a": 1}, [], {}]"#))
    #expect(try !judge.accepts(#"[{"a": 1, "b": 2}, {"b": 2, "a": 1}]"#))
  }

  @Test
  func `the quick way to find equal items agrees with the slow one`() throws {
    let judge = try Judge(#"{"uniqueItems": true}"#)
    let pool = [
      "0", "-0", "0.0", "1", "1.0", "10e-1", "1e400", "\"a\"", #""\u0061""#, "\"b\"", "true", "false", "null", "[]",
      "[1]",
      "[1.0]", "{}", #"{"a":1,"b":2}"#, #"{"b":2.0,"a":1}"#, #"{"a":1,"a":2}"#, #"{"a":2}"#,
    ]
    var state: UInt64 = 1
    for size in 0..<40 {
      // Fillers that all differ let long arrays be unique as well.
      var texts = (0..<size).map { "\($0 + 1000)" }
      for _ in 0..<3 where size > 0 {
        state = state &* 6_364_136_223_846_793_005 &+ 1
        texts[Int(state >> 33) % size] = pool[Int(state >> 40) % pool.count]
      }
      let values = try texts.map { try JSON(parsing: $0) }
      let isUnique = values.indices.allSatisfy { later in !values[..<later].contains(values[later]) }
      #expect(try judge.accepts("[\(texts.joined(separator: ","))]") == isUnique, "\(texts)")
    }
  }
}
