/// What one instruction of a schema's program asserts or applies. Operands `a`, `b`, `c` are named per case; "table"
/// names a table of ``SchemaTables``.
public enum Opcode: UInt8, Sendable, Hashable, CaseIterable {
  /// Nothing is valid: the schema `false`.
  case never = 0
  /// a: mask of ``JSONTypes``.
  case type
  /// a: start, b: count in `values`.
  case enumeration
  /// a: index in `values`.
  case constant

  /// a: index in `numbers`; likewise the four below.
  case minimum
  /// a: index in `numbers`.
  case exclusiveMinimum
  /// a: index in `numbers`.
  case maximum
  /// a: index in `numbers`.
  case exclusiveMaximum
  /// a: index in `numbers`.
  case multipleOf

  /// a: code points.
  case minLength
  /// a: code points.
  case maxLength
  /// a: index in `patterns`.
  case pattern
  /// a: index in `formats`.
  case format

  /// a: elements.
  case minItems
  /// a: elements.
  case maxItems
  /// No operands.
  case uniqueItems
  /// `prefixItems` and `items`. a: start, b: count in `children`, the schemas of the first elements; c: the schema of
  /// the rest, or -1.
  case elements
  /// a: schema, b: `minContains`, c: `maxContains` or -1.
  case contains

  /// a: members.
  case minProperties
  /// a: members.
  case maxProperties
  /// a: start, b: count in `names`. A member that is not the direction's own (readOnly in a request) is not required.
  case required
  /// `properties`, `patternProperties` and `additionalProperties` in one walk. a: index in `objects`.
  case members
  /// a: schema that every key, as a string, must meet.
  case propertyNames
  /// a: index in `names` of the trigger; b: start, c: count in `names` of what it requires.
  case dependentRequired
  /// a: index in `names` of the trigger; b: schema.
  case dependentSchema

  /// a: start, b: count in `children`.
  case allOf
  /// a: start, b: count in `children`.
  case anyOf
  /// a: start, b: count in `children`.
  case oneOf
  /// a: schema.
  case not
  /// a: `if`, b: `then` or -1, c: `else` or -1.
  case conditional
  /// a: schema.
  case reference
  /// a: schema that the reference means where no dynamic scope changes it, b: index in `names` of the anchor.
  case dynamicReference
  /// a: schema of the elements no other keyword evaluated.
  case unevaluatedItems
  /// a: schema of the members no other keyword evaluated.
  case unevaluatedProperties
  /// a: index in `names` of the property; b: start, c: count in `discriminations`. Stands before `oneOf` and `anyOf`.
  case discriminator

  /// The JSON Schema keyword: the last token of a violation's schema location.
  public var keyword: String {
    switch self {
    case .never: "false"
    case .enumeration: "enum"
    case .constant: "const"
    case .elements: "items"
    case .members: "properties"
    case .dependentSchema: "dependentSchemas"
    case .conditional: "if"
    case .reference: "$ref"
    case .dynamicReference: "$dynamicRef"
    default: String(describing: self)
    }
  }
}
