public import DoubletJSON

/// All schemas of a contract as one flat program. Hot rows (`instructions`, `children`, `objects`, `properties`) are
/// what a verdict reads; positions and locations are read only when a violation is explained.
public struct SchemaTables: Sendable, Hashable {
  /// One row a schema: its run of instructions and where it stands.
  public var schemas: [SchemaRow] = []
  /// The programs of all schemas, one after another.
  public var instructions: [Instruction] = []
  /// Where the keyword of the instruction of the same index stands.
  public var positions: [SourcePosition] = []
  /// Schemas that applicators name by a span.
  public var children: [Int] = []
  /// The object shapes that ``Opcode/members`` walks.
  public var objects: [ObjectRow] = []
  /// The named members of the object shapes.
  public var properties: [PropertyRow] = []
  /// The members by pattern of the object shapes.
  public var patternProperties: [PatternPropertyRow] = []
  /// Names: required members, anchors, discriminators.
  public var names: [String] = []
  /// Operands of `enum` and `const`.
  public var values: [JSON] = []
  /// Operands of the numeric keywords.
  public var numbers: [JSONNumber] = []
  /// Operands of `pattern`.
  public var patterns: [String] = []
  /// Names of formats that are asserted.
  public var formats: [String] = []
  /// The values of discriminators and the schemas they mean.
  public var discriminations: [DiscriminationRow] = []
  /// What dynamic references mean.
  public var scopes = DynamicScopes()

  /// What the document shows as values of schemas, sorted by the schema. Nothing is judged by them.
  public var examples: [SchemaExampleRow] = []

  /// Tables without a row.
  public init() {}
}

/// A schema: a run of instructions, all of which must hold.
public struct SchemaRow: Sendable, Hashable {
  /// The schema's run in ``SchemaTables/instructions``.
  public var program: Span
  /// Where the schema stands, as a fragment: `#/components/schemas/LeadSource`.
  public var location: String
  /// Where the schema stands, as a line.
  public var position: SourcePosition
  /// The file of `location`'s document is `position.file`. Annotations that the fake acts on.
  public var traits: SchemaTraits

  /// A schema with the program at `program`.
  public init(program: Span, location: String, position: SourcePosition, traits: SchemaTraits = []) {
    self.program = program
    self.location = location
    self.position = position
    self.traits = traits
  }
}

/// Annotations of a schema that change what the fake does.
public struct SchemaTraits: OptionSet, Sendable, Hashable {
  /// One bit an annotation.
  public let rawValue: Int
  /// A set of the bits of `rawValue`.
  public init(rawValue: Int) { self.rawValue = rawValue }
  /// Belongs to responses: dropped from a request before it is validated.
  public static let readOnly = SchemaTraits(rawValue: 1)
  /// Belongs to requests: not part of an answer.
  public static let writeOnly = SchemaTraits(rawValue: 2)
  /// Its use is noted as a warning.
  public static let deprecated = SchemaTraits(rawValue: 4)
  /// A dynamic anchor stands here.
  public static let dynamicAnchor = SchemaTraits(rawValue: 8)
}

/// One assertion or application of a schema.
public struct Instruction: Sendable, Hashable {
  /// What it does; names the operands.
  public var opcode: Opcode
  /// First operand.
  public var a: Int32
  /// Second operand.
  public var b: Int32
  /// Third operand.
  public var c: Int32

  /// An instruction; operands that the opcode does not name are 0.
  public init(_ opcode: Opcode, _ a: Int = 0, _ b: Int = 0, _ c: Int = 0) {
    self.opcode = opcode
    self.a = Int32(a)
    self.b = Int32(b)
    self.c = Int32(c)
  }
}

/// What the members of an object must be.
public struct ObjectRow: Sendable, Hashable {
  /// Run in ``SchemaTables/properties``, sorted by the names' UTF-8 bytes.
  public var properties: Span
  /// Run in ``SchemaTables/patternProperties``.
  public var patterns: Span
  /// The schema of every other member, or -1 where the schema says nothing of them.
  public var additional: Int

  /// A shape of these runs.
  public init(properties: Span, patterns: Span, additional: Int) {
    self.properties = properties
    self.patterns = patterns
    self.additional = additional
  }
}

/// A named member of an object.
public struct PropertyRow: Sendable, Hashable {
  /// The member's key.
  public var name: String
  /// What its value must meet.
  public var schema: Int
  /// `readOnly` and `writeOnly`, looked up through `$ref` once, when compiled.
  public var traits: SchemaTraits
  /// Where the member stands among its siblings in the document, from 0.
  public var order: Int

  /// A member of that key.
  public init(name: String, schema: Int, traits: SchemaTraits, order: Int) {
    self.name = name
    self.schema = schema
    self.traits = traits
    self.order = order
  }
}

/// A member whose key matches a pattern.
public struct PatternPropertyRow: Sendable, Hashable {
  /// Index in ``SchemaTables/patterns``.
  public var pattern: Int
  /// What the value must meet.
  public var schema: Int

  /// Members whose key matches `pattern`.
  public init(pattern: Int, schema: Int) {
    self.pattern = pattern
    self.schema = schema
  }
}

/// A value of a discriminator and the schema that it means.
public struct DiscriminationRow: Sendable, Hashable {
  /// The value of the discriminating member.
  public var value: String
  /// The schema.
  public var schema: Int
  /// Whether it stands for every other value, and for none at all: `defaultMapping` of OpenAPI 3.2. Its `value` is empty.
  public var isDefault: Bool

  /// `value` means `schema`.
  public init(value: String, schema: Int, isDefault: Bool = false) {
    self.value = value
    self.schema = schema
    self.isDefault = isDefault
  }
}

/// A value that the document shows for a schema: one of its `examples`, its `example` or its `default`. It need not be
/// valid.
public struct SchemaExampleRow: Sendable, Hashable {
  /// The schema.
  public var schema: Int
  /// The value.
  public var value: JSON
  /// Whether it is the schema's `default`.
  public var isDefault: Bool

  /// A value shown for `schema`.
  public init(schema: Int, value: JSON, isDefault: Bool = false) {
    self.schema = schema
    self.value = value
    self.isDefault = isDefault
  }
}
