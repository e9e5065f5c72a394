import DoubletContracts
import DoubletJSON
import Testing

@Suite struct ListInferenceTests {
  private func contract(parameters: String, answer: String = "{type: array, items: \(ref("Pet"))}") throws -> Contract {
    try inferredContract(
      """
      /pets: {get: {parameters: [\(parameters)], responses: \(ok(answer))}}
      /pets/{petId}: {parameters: [\(hole("petId"))], get: {responses: \(ok(ref("Pet")))}}
      """
    )
  }

  private func query(_ name: String, _ schema: String) -> String { "{name: \(name), in: query, schema: \(schema)}" }

  @Test(arguments: [
    ("limit", "{type: integer, maximum: 50}", "limit", 50), ("per_page", "{type: integer}", "limit", 0),
    ("limit", "{type: integer, maximum: 50, default: 20}", "limit", 20),
    ("limit", "{type: integer, maximum: 50, default: 80}", "limit", 50),
    ("page", "{type: integer, default: 0}", "page", 0),
    ("offset", "{type: integer}", "offset", 0), ("page", "{type: integer}", "page", 1),
    ("page", "{type: integer, minimum: 0}", "page", 0), ("starting_after", "{type: string}", "cursor", 0),
    ("sort", "{type: string}", "sort", 0), ("order", "{type: string}", "order", 0),
    ("name", "{type: string}", "filter", 0), ("names", "{type: array, items: {type: string}}", "filter", 0),
  ])
  func `a parameter steers the list by its name and type`(
    name: String,
    schema: String,
    role: String,
    standard: Int
  ) throws {
    let rows = try contract(parameters: query(name, schema)).listParameters
    #expect(rows.map(\.role.rawValue) == [role])
    #expect(rows.first?.standard == standard)
    #expect(rows.first?.member == (role == "filter" ? "name" : ""))
  }

  @Test(arguments: [("limit", "{type: object}"), ("colour", "{type: string}"), ("verbose", "{type: boolean}")])
  func `a parameter that speaks of nothing known does nothing`(name: String, schema: String) throws {
    #expect(try contract(parameters: query(name, schema)).listParameters.isEmpty)
  }

  @Test func `a member called size tells the length that a parameter of that name sets, else that of this page`() throws
  {
    let answer = "{type: object, properties: {data: {type: array, items: \(ref("Pet"))}, size: {type: integer}}}"
    let set = try contract(parameters: query("size", "{type: integer}"), answer: answer)
    #expect(set.listMembers.map(\.role) == [.limit])
    let other = try contract(parameters: query("limit", "{type: integer}"), answer: answer)
    #expect(other.listMembers.map(\.role) == [.total])
  }

  @Test func `a filter can name an attribute of a resource object`() throws {
    let pet =
      "{type: object, properties: {id: {type: string}, attributes: {type: object, properties: {breed: {type: string}}}}}"
    let answer = "{type: object, properties: {data: {type: array, items: \(pet)}}}"
    let rows = try inferredContract(
      """
      /pets: {get: {parameters: [\(query("'filter[breed]'", "{type: string}"))], responses: \(ok(answer))}}
      /pets/{petId}: {parameters: [\(hole("petId"))], get: {responses: \(ok(pet))}}
      """
    ).listParameters
    #expect(rows.map { "\($0.role) \($0.member)" } == ["filter breed"])
  }

  @Test func `members beside the records tell of the list`() throws {
    let answer = """
      {type: object, properties: {data: {type: array, items: \(ref("Pet"))}, has_more: {type: boolean}, \
      meta: {type: object, properties: {count: {type: integer}, page: {type: integer}, next_cursor: {type: string}}}, \
      _links: {type: object, properties: {next: {type: object, properties: {href: {type: string}}}}}}}
      """
    let rows = try contract(parameters: "", answer: answer).listMembers
    #expect(
      rows.map { "\($0.pointer?.description ?? "") \($0.role.rawValue)" } == [
        "/has_more hasMore", "/meta/count total", "/meta/page page", "/meta/next_cursor cursor", "/_links/next next",
      ]
    )
  }
}
