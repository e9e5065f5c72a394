/// What a verdict knows of a schema.
struct SchemaCell: BitwiseCopyable {
  /// The quick program.
  var start: Int32
  var end: Int32
  /// The ``NameTable`` of names that belong to one direction only, here or in what this schema is composed of; or -1.
  var directional: Int32
  /// The same without what only branches of a choice name: the same table where they name nothing more.
  var certain: Int32
  /// The resource (`$id`) that the schema is part of.
  var resource: Int32
  /// What stands here and not in the quick program: most schemas have nothing else, and then nothing is left to dispatch.
  var fused: FusedAssertions
  var flags: SchemaFlags
}

/// Why a schema needs more than its program run.
struct SchemaFlags: OptionSet, BitwiseCopyable {
  let rawValue: UInt8

  /// It can come back to itself without a step down the instance, or the dynamic scope must be known.
  static let needsFrame = SchemaFlags(rawValue: 1)
  /// It asks which members or elements its other keywords evaluated.
  static let tracks = SchemaFlags(rawValue: 2)
}

/// The members of an object, as `properties` and its siblings name them, and those that are required.
struct ShapeRow: BitwiseCopyable {
  /// The ``NameTable`` of the named members.
  var table: Int32
  /// The member of the table's first name.
  var members: Int32
  var patterns: Int32
  var patternCount: Int32
  /// The schema of all other members, or -1.
  var additional: Int32
  /// One bit for each required member, set in ``MemberRow/bit``; 0 where `required` runs by itself.
  var required: UInt64
}

/// A named member.
struct MemberRow: BitwiseCopyable {
  /// What its value must meet, or -1 where the name is only required.
  var schema: Int32
  /// Its place in the mask of required members, or -1.
  var bit: Int8
  /// ``SchemaTraits`` of the member.
  var traits: UInt8
}

/// Members whose key matches a pattern.
struct PatternMemberRow: BitwiseCopyable {
  var pattern: Int32
  var schema: Int32
}

/// The values of an `enum`: strings in a hash table, all others to be compared one by one.
struct ChoiceRow: BitwiseCopyable {
  /// The ``NameTable`` of the strings, or -1.
  var strings: Int32
  /// The run in ``ProgramRows/choiceValues`` of the others, which are indices of the source's values.
  var start: Int32
  var count: Int32
}

/// A dynamic anchor: what `name` means in a resource.
struct AnchorRow: BitwiseCopyable {
  var name: Int32
  var resource: Int32
  var schema: Int32
}
