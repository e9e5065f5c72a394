import DoubletJSON

/// What the value of a keyword must be, as a schema for the metaschema.
enum KeywordForm {
  case anything, boolean, string, number, positive, count, list
  case uri, reference, identifier, anchor, pattern, types
  case names, namedNames, vocabularies
  case schema, schemas, namedSchemas, patternedSchemas

  /// The schema.
  var schema: JSON {
    switch self {
    case .anything: true
    case .boolean: ["type": "boolean"]
    case .string: ["type": "string"]
    case .number: ["type": "number"]
    case .positive: ["type": "number", "exclusiveMinimum": 0]
    case .count: ["type": "integer", "minimum": 0]
    case .list: ["type": "array"]
    case .uri: ["type": "string", "format": "uri"]
    case .reference: ["type": "string", "format": "uri-reference"]
    case .identifier: ["type": "string", "format": "uri-reference", "pattern": "^[^#]*#?$"]
    case .anchor: ["type": "string", "pattern": "^[A-Za-z_][-A-Za-z0-9._]*$"]
    case .pattern: ["type": "string", "format": "regex"]
    case .types:
      ["anyOf": [KeywordForm.type, ["type": "array", "items": KeywordForm.type, "minItems": 1, "uniqueItems": true]]]
    case .names: ["type": "array", "items": ["type": "string"], "uniqueItems": true]
    case .namedNames: KeywordForm.map(of: KeywordForm.names.schema)
    case .vocabularies: KeywordForm.map(of: ["type": "boolean"], keys: KeywordForm.uri.schema)
    case .schema: ["$dynamicRef": "#meta"]
    case .schemas: ["type": "array", "minItems": 1, "items": KeywordForm.schema.schema]
    case .namedSchemas: KeywordForm.map(of: KeywordForm.schema.schema)
    case .patternedSchemas: KeywordForm.map(of: KeywordForm.schema.schema, keys: ["format": "regex"])
    }
  }

  private static let type: JSON = [
    "enum": ["array", "boolean", "integer", "null", "number", "object", "string"]
  ]

  private static func map(of values: JSON, keys: JSON = true) -> JSON {
    ["type": "object", "additionalProperties": values, "propertyNames": keys]
  }
}
