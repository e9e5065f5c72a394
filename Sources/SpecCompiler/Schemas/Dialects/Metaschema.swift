import DoubletJSON

/// The metaschema of JSON Schema 2020-12, made of the table of its vocabularies: a schema that refers to it, or to a part
/// of it, needs no network.
enum Metaschema {
  /// The URI of the whole.
  static let identifier = "https://json-schema.org/draft/2020-12/schema"

  /// The document of a URI, where it is the metaschema's or that of one of its parts.
  static func document(_ uri: String) -> [UInt8]? {
    if uri == identifier { return bytes(of: whole) }
    let known = Vocabulary.standard + [.formatAssertion]
    return known.first { part($0) == uri }.map { bytes(of: schema(of: $0)) }
  }

  /// The URI of the part that holds a vocabulary's keywords.
  private static func part(_ vocabulary: Vocabulary) -> String {
    "https://json-schema.org/draft/2020-12/meta/\(vocabulary.name)"
  }

  private static var whole: JSON {
    [
      "$schema": .string(identifier), "$id": .string(identifier), "$dynamicAnchor": "meta",
      "$vocabulary": .object(JSONObject(Vocabulary.standard.map { ($0.identifier, true) })),
      "type": ["object", "boolean"],
      "allOf": .array(Vocabulary.standard.map { ["$ref": .string(part($0))] }),
      // What earlier drafts had is kept free for them.
      "properties": [
        "definitions": KeywordForm.namedSchemas.schema,
        "dependencies": [
          "type": "object", "additionalProperties": ["anyOf": [KeywordForm.schema.schema, KeywordForm.names.schema]],
        ],
      ],
    ]
  }

  private static func schema(of vocabulary: Vocabulary) -> JSON {
    [
      "$schema": .string(identifier), "$id": .string(part(vocabulary)), "$dynamicAnchor": "meta",
      "$vocabulary": .object(JSONObject([(vocabulary.identifier, true)])),
      "type": ["object", "boolean"],
      "properties": .object(JSONObject(vocabulary.keywords.map { ($0.name, $0.form.schema) })),
    ]
  }

  private static func bytes(of schema: JSON) -> [UInt8] { Array(schema.text().utf8) }
}
