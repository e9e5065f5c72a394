/// The rules by which a document's schemas are read, and the keywords they know.
public enum SchemaDialect: Sendable {
  /// OpenAPI 3.0: draft 4 with `nullable`, where `$ref` replaces what stands beside it.
  case openAPI30
  /// JSON Schema 2020-12 and the four keywords that OpenAPI adds.
  case draft2020

  /// Keywords that assert, apply or name.
  var compiled: Set<String> { self == .openAPI30 ? SchemaDialect.compiled30 : SchemaDialect.compiled2020 }

  /// Keywords that say something to people only.
  var annotations: Set<String> { self == .openAPI30 ? SchemaDialect.annotations30 : SchemaDialect.annotations2020 }

  private static let compiled30: Set<String> = [
    "$ref", "type", "nullable", "enum", "multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum",
    "maxLength", "minLength", "pattern", "format", "maxItems", "minItems", "uniqueItems", "items", "maxProperties",
    "minProperties", "required", "properties", "additionalProperties", "allOf", "anyOf", "oneOf", "not",
    "discriminator", "readOnly", "writeOnly", "deprecated",
  ]

  private static let compiled2020: Set<String> = compiled30.subtracting(["nullable"]).union([
    "$id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$defs", "definitions", "const", "prefixItems", "contains",
    "minContains", "maxContains", "patternProperties", "propertyNames", "dependentRequired", "dependentSchemas", "if",
    "then", "else", "unevaluatedItems", "unevaluatedProperties",
  ])

  private static let annotations30: Set<String> = [
    "title", "description", "default", "xml", "externalDocs", "example",
  ]

  private static let annotations2020: Set<String> = annotations30.union([
    "$comment", "$schema", "$vocabulary", "examples",
  ])

  /// Keywords of JSON Schema 2020-12 whose rules are not enforced.
  static let unenforced: Set<String> = ["contentEncoding", "contentMediaType", "contentSchema"]

  /// Keywords of other drafts and dialects, and what to write instead.
  static let foreign: [String: String] = [
    "id": "write '$id'",
    "dependencies": "write 'dependentRequired' or 'dependentSchemas'",
    "additionalItems": "write 'items' beside 'prefixItems'",
    "nullable": "write type: [string, 'null'], or anyOf with {type: 'null'}",
    "$recursiveRef": "write '$dynamicRef'",
    "$recursiveAnchor": "write '$dynamicAnchor'",
  ]

  /// Every keyword, for suggestions.
  var all: [String] { compiled.union(annotations).union(SchemaDialect.unenforced).sorted() }

  /// Whether nothing but words for people stands beside a `$ref`, so that the schema is the one that it names.
  func isBareReference(_ members: [SourceNode.Member]) -> Bool {
    if self == .openAPI30 { return true }
    return members.allSatisfy { member in
      let name = member.key.name
      return name == "$ref" || annotations.contains(name) || name.hasPrefix("x-")
        || ["readOnly", "writeOnly", "deprecated", "$defs", "definitions"].contains(name)
    }
  }
}
