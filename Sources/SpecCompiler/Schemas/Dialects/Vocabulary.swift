/// A vocabulary of JSON Schema 2020-12: its keywords, and what the value of each must be. Vocabularies decide which
/// keywords a dialect has, and the metaschema is made of them.
struct Vocabulary {
  /// The last part of its URI: `applicator`.
  var name: String
  /// Its keywords in the order of the standard.
  var keywords: [(name: String, form: KeywordForm)]

  /// What names it in a `$vocabulary`.
  var identifier: String { "https://json-schema.org/draft/2020-12/vocab/\(name)" }
}

extension Vocabulary {
  /// Names and references; every dialect has them.
  static let core = Vocabulary(
    name: "core",
    keywords: [
      ("$id", .identifier), ("$schema", .uri), ("$ref", .reference), ("$anchor", .anchor), ("$dynamicRef", .reference),
      ("$dynamicAnchor", .anchor), ("$vocabulary", .vocabularies), ("$comment", .string), ("$defs", .namedSchemas),
    ]
  )
  /// Schemas that apply schemas.
  static let applicator = Vocabulary(
    name: "applicator",
    keywords: [
      ("prefixItems", .schemas), ("items", .schema), ("contains", .schema), ("additionalProperties", .schema),
      ("properties", .namedSchemas), ("patternProperties", .patternedSchemas), ("dependentSchemas", .namedSchemas),
      ("propertyNames", .schema), ("if", .schema), ("then", .schema), ("else", .schema), ("allOf", .schemas),
      ("anyOf", .schemas), ("oneOf", .schemas), ("not", .schema),
    ]
  )
  /// What no other keyword looked at.
  static let unevaluated = Vocabulary(
    name: "unevaluated",
    keywords: [("unevaluatedItems", .schema), ("unevaluatedProperties", .schema)]
  )
  /// Assertions.
  static let validation = Vocabulary(
    name: "validation",
    keywords: [
      ("type", .types), ("const", .anything), ("enum", .list), ("multipleOf", .positive), ("maximum", .number),
      ("exclusiveMaximum", .number), ("minimum", .number), ("exclusiveMinimum", .number), ("maxLength", .count),
      ("minLength", .count), ("pattern", .pattern), ("maxItems", .count), ("minItems", .count),
      ("uniqueItems", .boolean), ("maxContains", .count), ("minContains", .count), ("maxProperties", .count),
      ("minProperties", .count), ("required", .names), ("dependentRequired", .namedNames),
    ]
  )
  /// Words for people, and who may write a value.
  static let metaData = Vocabulary(
    name: "meta-data",
    keywords: [
      ("title", .string), ("description", .string), ("default", .anything), ("deprecated", .boolean),
      ("readOnly", .boolean), ("writeOnly", .boolean), ("examples", .list),
    ]
  )
  /// `format` as a note.
  static let formatAnnotation = Vocabulary(name: "format-annotation", keywords: [("format", .string)])
  /// `format` as an assertion.
  static let formatAssertion = Vocabulary(name: "format-assertion", keywords: [("format", .string)])
  /// What a string encodes.
  static let content = Vocabulary(
    name: "content",
    keywords: [("contentEncoding", .string), ("contentMediaType", .string), ("contentSchema", .schema)]
  )

  /// The vocabularies of the standard dialect.
  static let standard = [core, applicator, unevaluated, validation, metaData, formatAnnotation, content]

  /// The vocabulary of that URI, where it is one of JSON Schema's.
  init?(identifier: String) {
    guard let known = (Vocabulary.standard + [.formatAssertion]).first(where: { $0.identifier == identifier }) else {
      return nil
    }
    self = known
  }
}
