public import DoubletContracts
public import DoubletJSON

/// What the schema of a resource says about the members of its records, beyond whether they are valid: which there are,
/// which are read-only, which may be null, and whether others may join them.
///
/// It looks through references and everything a schema is composed of. Made once a contract.
public final class Shape: Sendable {
  /// A member that the schema names.
  public struct Member: Sendable, Hashable {
    /// Its key.
    public var name: String
    /// The first of the schemas of its value.
    public var schema: Int
    /// `readOnly` and `writeOnly`. Where branches of `anyOf` or `oneOf` differ, neither.
    public var traits: SchemaTraits
    /// Whether the schema says that its value may be `null`. One that says nothing of types does not say so.
    public var isNullable: Bool
    /// Whether it is required, whatever else the record holds.
    public var isRequired: Bool
  }

  /// The members that the schema names, in the order of the document.
  public let members: [Member]
  /// Whether a record may keep members that the schema does not name.
  public let isOpen: Bool
  /// The members that a new record has as `null` when they are not sent, in the order of the document.
  public let nullableMembers: [String]
  /// Whether it depends on the branch of `anyOf` or `oneOf` that a value takes which of its members are read-only, at any
  /// depth.
  public let branchesDecideReadOnly: Bool
  /// Whether each member is one of the nullable ones.
  let isNullable: [Bool]
  let nodes: [ShapeNode]
  /// Whether the value of each node holds a read-only member, at any depth.
  let holdsReadOnly: [Bool]
  /// Whether nothing can be dropped from the value of each node.
  let keepsAll: [Bool]

  /// The shape of the schema of that index in a validator's tables.
  public init(_ validator: Validator, schema: Int) {
    var builder = ShapeBuilder(validator.program)
    _ = builder.node([schema])
    nodes = builder.nodes
    branchesDecideReadOnly = builder.branchesDecideReadOnly
    holdsReadOnly = ShapeNode.holdReadOnly(nodes)
    keepsAll = nodes.map(\.keepsAll)
    members = nodes[0].members.map(\.member)
    isOpen = nodes[0].isOpen
    isNullable = members.map { $0.isNullable && !$0.traits.contains(.readOnly) }
    nullableMembers = zip(members, isNullable).filter(\.1).map(\.0.name)
  }

  /// A value without what does not belong into a record: members that belong to the other direction and members that
  /// the schema does not name, at every depth.
  ///
  /// Members without a name in the schema stay where `additionalProperties` is given and not `false`, where their key
  /// matches one of `patternProperties`, and where the schema names no member at all.
  public func keeping(_ value: JSON, direction: Validator.Direction) -> JSON {
    kept(value, 0, direction)
  }
}
