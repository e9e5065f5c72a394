import DoubletContracts
import DoubletJSON
import DoubletSpecCompiler
import DoubletValidation
import Testing

@Suite("The programs of schemas")
struct SchemaShapeTests {
  @Test(
    arguments: [
      ("true", []), ("false", [.never]), ("{}", []), ("{description: words}", []),
      (
        "{maxLength: 3, type: [string, 'null'], enum: [a, null], pattern: a, format: uuid}",
        [.type, .enumeration, .maxLength, .pattern, .format]
      ),
      (
        "{required: [a], properties: {a: {}}, patternProperties: {b: {}}, additionalProperties: false}",
        [.required, .members]
      ),
      (
        "{items: {}, prefixItems: [{}, {}], minItems: 1, uniqueItems: true, contains: {}, minContains: 0}",
        [.minItems, .uniqueItems, .elements, .contains]
      ),
      (
        "{dependentRequired: {a: [b], c: [d]}, dependentSchemas: {a: {}}, propertyNames: {}}",
        [.propertyNames, .dependentRequired, .dependentRequired, .dependentSchema]
      ),
      (
        "{unevaluatedProperties: false, if: {}, then: {}, not: {}, oneOf: [{}], anyOf: [{}], allOf: [{}], $ref: '#/components/schemas/Other', minimum: 1}",
        [.minimum, .reference, .allOf, .anyOf, .oneOf, .not, .conditional, .unevaluatedProperties]
      ),
      ("{uniqueItems: false, const: null}", [.constant]),
    ] as [(String, [Opcode])]
  )
  func `keywords become instructions, cheap before dear`(schema: String, opcodes: [Opcode]) throws {
    let contract = try contract(
      document(components: "  schemas:\n    S: \(schema)\n    Other: {type: object}\n")
    )
    #expect(contract.schemas.program(0).map(\.opcode) == opcodes)
    #expect(contract.schemas.positions.count == contract.schemas.instructions.count)
  }

  @Test func `members are sorted by bytes and keep their order in the document`() throws {
    let tables = try contract(
      document(
        components: """
            schemas:
              S:
                properties:
                  b: {$ref: '#/components/schemas/R', description: a name for people}
                  é: {writeOnly: true}
                  Z: {$ref: '#/components/schemas/D', deprecated: true}
                  a: false
                additionalProperties: {type: string}
              R: {readOnly: true}
              D: {}

          """
      )
    ).schemas
    #expect(tables.properties.map(\.name) == ["Z", "a", "b", "é"])
    #expect(tables.properties.map(\.order) == [2, 3, 0, 1])
    #expect(tables.properties.map(\.traits) == [.deprecated, [], .readOnly, .writeOnly])
    let row = try #require(tables.objects.first)
    #expect(tables.schemas[row.additional].location == "#/components/schemas/S/additionalProperties")
    #expect(tables.schemas.map(\.location).filter { $0.hasSuffix("/b") }.isEmpty)
  }

  @Test func `a schema that names itself is an index`() throws {
    let tables = try contract(
      document(
        components: """
            schemas:
              Tree: {type: object, properties: {left: {$ref: '#/components/schemas/Tree'}, leaves: {items: {$ref: '#/components/schemas/Alias'}}}}
              Alias: {$ref: '#/components/schemas/Tree'}

          """
      )
    ).schemas
    #expect(tables.properties.map(\.schema) == [1, 0])
    #expect(tables.program(1).map(\.c) == [0])
    #expect(tables.schemas.count == 2)
  }

  @Test func `OpenAPI 3.0 has nullable, marks on limits, and references that replace their neighbours`() throws {
    let tables = try contract(
      document(
        components: """
            schemas:
              A: {type: string, nullable: true}
              B: {type: number, minimum: 5, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: false}
              C: {properties: {a: {$ref: '#/components/schemas/A', maxLength: 3, readOnly: true}}}

          """
      ).replacing("3.1.0", with: "3.0.3")
    ).schemas
    #expect(tables.program(0) == [Instruction(.type, JSONTypes.string.union(.null).rawValue)])
    #expect(tables.program(1).map(\.opcode) == [.type, .exclusiveMinimum, .maximum])
    #expect(tables.properties == [PropertyRow(name: "a", schema: 0, traits: [], order: 0)])
  }

  @Test func `a discriminator knows its schemas by mapping and by name`() throws {
    let tables = try contract(
      document(
        components: """
            schemas:
              Pet:
                oneOf: [{$ref: '#/components/schemas/Cat'}, {$ref: '#/components/schemas/Dog'}]
                discriminator: {propertyName: kind, mapping: {dog: Dog, hound: '#/components/schemas/Dog'}}
              Cat: {type: object}
              Dog: {type: object}

          """
      )
    ).schemas
    #expect(tables.program(0).map(\.opcode) == [.discriminator, .oneOf])
    #expect(tables.discriminations.map { "\($0.value) \($0.schema)" } == ["Cat 1", "Dog 2", "dog 2", "hound 2"])
  }

  @Test func `a discriminator without alternatives knows the schemas that are built on it`() throws {
    let contract = try contract(
      document(
        components: """
            schemas:
              Pet: {required: [kind], discriminator: {propertyName: kind, mapping: {kitten: Cat}, defaultMapping: Dog}}
              Cat: {allOf: [{$ref: '#/components/schemas/Pet'}, {required: [lives]}]}
              Lion: {allOf: [{$ref: '#/components/schemas/Cat'}, {required: [mane]}]}
              Dog: {allOf: [{$ref: '#/components/schemas/Pet'}]}

          """
      )
    )
    #expect(contract.unenforced.isEmpty)
    let values = contract.schemas.discriminations.map { "\($0.value) \($0.schema) \($0.isDefault)" }
    #expect(values == ["Cat 1 false", "Dog 3 false", "Lion 2 false", "Pet 0 false", "kitten 1 false", " 3 true"])
    let validator = try Validator(contract.schemas)
    func accepts(_ value: JSON) -> Bool { validator.isValid(value, against: 0, direction: .none) }
    #expect(accepts(["kind": "Cat", "lives": 9]))
    #expect(!accepts(["kind": "kitten"]))
    #expect(!accepts(["kind": "Lion", "lives": 9]))
    #expect(accepts(["kind": "fish"]))
    #expect(accepts(["kind": "Pet"]), "nothing says that it is abstract")
    #expect(
      validator.explain(["kind": "Lion", "lives": 9], against: 0, direction: .none).map(\.code) == ["body.required"]
    )
  }

  @Test func `the schemas that are built on one in another file are those of the first document`() throws {
    let contract = try contract(
      document(
        components: "  schemas: {Pet: {$ref: pet.yaml}, Cat: {$ref: cat.yaml}}\n"
      ),
      files: [
        "pet.yaml": "{discriminator: {propertyName: kind, mapping: {kitten: Cat}}}",
        "cat.yaml": "{allOf: [{$ref: pet.yaml}, {required: [lives]}]}",
      ]
    )
    #expect(contract.schemas.discriminations.map { "\($0.value) \($0.schema)" } == ["Cat 1", "kitten 1"])
  }

  @Test func `positions point at keywords`() throws {
    let tables = try contract(
      document(
        components: """
            schemas:
              S:
                type: object
                required: [a]
                properties:
                  a: {maxLength: 2}

          """
      )
    ).schemas
    #expect(tables.positions.map { "\($0.line):\($0.column)" } == ["9:7", "10:7", "11:7", "12:13"])
    #expect(tables.schemas.map { "\($0.position.line):\($0.position.column)" } == ["9:7", "12:12"])
  }

  @Test func `a pattern that cannot be enforced is told`() {
    let messages = compile(document(components: "  schemas:\n    S: {pattern: '(', patternProperties: {'[': {}}}\n"))
      .messages
    #expect(messages.count == 2)
    #expect(messages.first?.hasPrefix("api.yaml:8:18: warning: the pattern '(' cannot be enforced: ") == true)
    #expect(messages.last?.hasPrefix("api.yaml:8:43: warning: the pattern '[' cannot be enforced: ") == true)
  }

  @Test func `a schema alone is compiled with its anchors and identifiers`() throws {
    let text = #"""
      {"$id": "http://host/root.json", "$ref": "other.json", "properties": {"a": {"$ref": "#x"}, "b": {"$ref": "far.json#/$defs/y"}},
       "$defs": {"o": {"$id": "other.json", "type": "object"}, "x": {"$anchor": "x", "type": "string"}}}
      """#
    let result = SpecCompiler.compileSchema(SourceFile(path: "schema.json", bytes: Array(text.utf8))) { path in
      path == "http://host/far.json" ? Array(#"{"$defs": {"y": {"type": "null"}}}"#.utf8) : nil
    }
    #expect(result.diagnostics.isEmpty)
    let compiled = try #require(result.compiled)
    #expect(compiled.tables.program(compiled.root).map(\.opcode) == [.members, .reference])
    #expect(compiled.tables.properties.map { compiled.tables.program($0.schema).map(\.opcode) } == [[.type], [.type]])
  }
}

extension SchemaTables {
  /// The instructions of a schema.
  func program(_ schema: Int) -> [Instruction] { Array(instructions[schemas[schema].program.indices]) }
}
