import DoubletContracts
import DoubletJSON
import Testing

@Suite struct StateInferenceTests {
  private static let pets = """
    /pets:
      get: {responses: \(ok("{type: array, items: \(ref("Pet"))}"))}
      post: {requestBody: \(takes(ref("NewPet"))), responses: \(ok(ref("Pet"), 201))}
    /pets/{petId}:
      parameters: [\(hole("petId"))]
      get: {responses: \(ok(ref("Pet")))}
      put: {requestBody: \(takes(ref("NewPet"))), responses: \(ok(ref("Pet")))}
      patch: {requestBody: \(takes(ref("NewPet"))), responses: \(ok(ref("Pet")))}
      delete: {responses: {'204': {description: gone}}}
    """

  @Test func `a collection and its records have all six actions`() throws {
    #expect(
      try inferred(Self.pets) == [
        "GET /pets: list pets", "POST /pets: create pets", "GET /pets/{petId}: read pets",
        "PUT /pets/{petId}: replace pets", "PATCH /pets/{petId}: merge pets", "DELETE /pets/{petId}: delete pets",
      ]
    )
    let contract = try inferredContract(Self.pets)
    #expect(contract.resources[0].inferred?.keyMembers == ["id"])
    #expect(contract.resources[0].inferred?.path == "/pets/{petId}")
    #expect(!contract.resources[0].isPresumed)
  }

  @Test func `what was inferred survives the contract's text`() throws {
    let contract = try inferredContract(Self.pets)
    #expect(try Contract(text: Array(contract.text.utf8)) == contract)
  }

  @Test func `an operation can be kept out, and a whole document`() throws {
    let paths = Self.pets.replacing("  post: {", with: "  post: {x-doublet: {action: none}, ")
    #expect(try inferred(paths)[0...1] == ["GET /pets: list pets", "POST /pets"])
    #expect(try inferredContract(paths).resources[0].isPresumed, "nothing makes a pet")
    #expect(try inferredContract(Self.pets, top: "x-doublet: {state: declared}").resources.isEmpty)
  }

  @Test func `what x-doublet says of a path keeps inference from it`() throws {
    let paths = Self.pets.replacing("  patch: {", with: "  patch: {x-doublet: {resource: own, action: merge}, ")
    let top = "x-doublet: {resources: {own: {schema: '#/components/schemas/Pet', key: path.petId}}}"
    #expect(try inferred(paths, top: top).filter { $0.contains(":") } == ["PATCH /pets/{petId}: merge own"])
  }

  @Test func `records below records are kept apart by what they belong to`() throws {
    let contract = try inferredContract(
      """
      /v1/users/{userId}/orders/:
        parameters: [\(hole("userId"))]
        get: {responses: \(ok("{type: array, items: \(ref("Order"))}"))}
        post: {requestBody: \(takes(ref("Order"))), responses: \(ok(ref("Order"), 201))}
      /v1/users/{userId}/orders/{id}.json:
        parameters: [\(hole("userId")), \(hole("id"))]
        get: {responses: \(ok(ref("Order")))}
      /v1/users/{id}:
        parameters: [\(hole("id"))]
        get: {responses: \(ok(ref("Pet")))}
      """,
      schemas: "Order: {type: object, properties: {id: {type: string}, user_id: {type: string}, sum: {type: number}}}"
    )
    #expect(contract.resources.map(\.name) == ["orders", "users"])
    #expect(contract.resources[0].parent == 1)
    #expect(contract.resources[0].inferred?.keyMembers == ["user_id", "id"])
    #expect(contract.resources[1].isPresumed)
  }

  @Test func `a post that makes nothing is no creation`() throws {
    #expect(
      try inferred(
        """
        /login: {post: {requestBody: \(takes(ref("NewPet"))), responses: \(ok(ref("Message")))}}
        /search:
          get: {responses: \(ok("{type: array, items: \(ref("Pet"))}"))}
          post: {requestBody: \(takes(ref("Message"))), responses: \(ok("{type: array, items: \(ref("Pet"))}"))}
        /pets/{id}:
          parameters: [\(hole("id"))]
          get: {responses: \(ok(ref("Pet")))}
        /pets/{id}/cancel:
          parameters: [\(hole("id"))]
          post: {responses: \(ok(ref("Pet")))}
        """
      ).filter { $0.hasPrefix("POST") } == ["POST /login", "POST /search", "POST /pets/{id}/cancel"]
    )
  }

  @Test func `one record of a path is a resource of its own`() throws {
    #expect(
      try inferred(
        """
        /me:
          get: {responses: \(ok(ref("Pet")))}
          put: {requestBody: \(takes(ref("NewPet"))), responses: \(ok(ref("Pet")))}
        /pets/{id}/settings:
          parameters: [\(hole("id"))]
          get: {responses: \(ok(ref("Message")))}
          patch: {requestBody: \(takes(ref("Message"))), responses: \(ok(ref("Message")))}
        /status: {get: {responses: \(ok(ref("Message")))}}
        """
      ) == [
        "GET /me: read me", "PUT /me: replace me", "GET /pets/{id}/settings: read settings",
        "PATCH /pets/{id}/settings: merge settings", "GET /status",
      ]
    )
  }

  @Test func `a record whose key is in the body, and lists beside the records, are found`() throws {
    #expect(
      try inferred(
        """
        /pet:
          put: {requestBody: \(takes(ref("Pet"))), responses: \(ok(ref("Pet")))}
          post: {requestBody: \(takes(ref("Pet"))), responses: \(ok(ref("Pet")))}
        /pet/findByName:
          get:
            parameters: [{name: name, in: query, schema: {type: string}}]
            responses: \(ok("{type: array, items: \(ref("Pet"))}"))
        /pet/sold: {get: {responses: \(ok("{type: array, items: \(ref("Pet"))}"))}}
        /pet/{petId}:
          parameters: [\(hole("petId"))]
          get: {responses: \(ok(ref("Pet")))}
        """
      ) == [
        "PUT /pet: replace pet", "POST /pet: create pet", "GET /pet/findByName: list pet", "GET /pet/sold",
        "GET /pet/{petId}: read pet",
      ]
    )
  }

  @Test(arguments: [
    ("{type: object, properties: {data: \(ref("Pet"))}}", "/data"),
    ("{type: object, properties: {pet: \(ref("Pet")), links: {type: object}}}", "/pet"),
    ("{type: object, properties: {result: {type: object, properties: {pet: \(ref("Pet"))}}}}", "/result/pet"),
    ("{allOf: [\(ref("Pet")), {type: object, properties: {data: {type: object}}}]}", ""),
  ])
  func `a record is found in its envelope`(schema: String, pointer: String) throws {
    let contract = try inferredContract(
      "/pets/{petId}: {parameters: [\(hole("petId"))], get: {responses: \(ok(schema))}}"
    )
    #expect(contract.actions.first?.inferred?.answer.held?.description == pointer)
  }

  @Test(arguments: [
    ("{type: array, items: \(ref("Pet"))}", ""),
    ("{type: object, properties: {total: {type: integer}, items: {type: array, items: \(ref("Pet"))}}}", "/items"),
    (
      "{type: object, properties: {errors: {type: array, items: \(ref("Message"))}, "
        + "pets: {type: array, items: \(ref("Pet"))}}}", "/pets"
    ),
    (
      "{type: object, properties: {_embedded: {type: object, properties: {pets: {type: array, items: \(ref("Pet"))}}}}}",
      "/_embedded/pets"
    ),
  ])
  func `a list is found in its envelope`(schema: String, pointer: String) throws {
    let contract = try inferredContract(
      """
      /pets: {get: {responses: \(ok(schema))}}
      /pets/{petId}: {parameters: [\(hole("petId"))], get: {responses: \(ok(ref("Pet")))}}
      """
    )
    let list = contract.actions.first { $0.kind == .list }
    #expect(list?.inferred?.answer.held?.description == pointer)
  }

  @Test(arguments: [
    ("petId", "{id: {type: string}, petId: {type: string}}", "petId"),
    ("petId", "{id: {type: string}, name: {type: string}}", "id"),
    ("pet_id", "{uuid: {type: string}, name: {type: string}}", "uuid"),
    ("petName", "{id: {type: string}, name: {type: string}}", "name"),
    ("slug", "{id: {type: string}, slug: {type: string}}", "slug"),
    ("id", "{PetID: {type: string}, age: {type: integer}}", "PetID"),
    ("id", "{id: {type: object}, age: {type: integer}}", ""),
  ])
  func `the member that holds the key is found`(parameter: String, members: String, found: String) throws {
    let contract = try inferredContract(
      """
      /pets/{\(parameter)}:
        parameters: [\(hole(parameter))]
        get: {responses: \(ok("{type: object, properties: \(members)}"))}
      """
    )
    #expect(contract.resources.first?.inferred?.keyMembers == [found])
  }
}
