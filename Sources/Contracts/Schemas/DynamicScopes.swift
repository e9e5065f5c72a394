/// What `$dynamicRef` needs beyond the tables: which schemas form a resource (`$id`), and what each resource's dynamic
/// anchors are.
///
/// A dynamic reference means the anchor of the *outermost* resource on the way to it that has one of that name (JSON
/// Schema Core 2020-12, section 8.2.3.2).
public struct DynamicScopes: Sendable, Hashable {
  /// A `$dynamicAnchor`.
  public struct Anchor: Sendable, Hashable {
    /// Index of its name in the tables' `names`.
    public var name: Int
    /// The resource it stands in.
    public var resource: Int
    /// The schema it stands at.
    public var schema: Int

    /// The anchor `name` of `resource`, which is at `schema`.
    public init(name: Int, resource: Int, schema: Int) {
      self.name = name
      self.resource = resource
      self.schema = schema
    }
  }

  /// The resource of each schema, by the schema's index; empty where there is only one.
  public var resources: [Int]
  /// All dynamic anchors.
  public var anchors: [Anchor]

  /// The scopes of a contract: none, unless it has dynamic anchors.
  public init(resources: [Int] = [], anchors: [Anchor] = []) {
    self.resources = resources
    self.anchors = anchors
  }
}
