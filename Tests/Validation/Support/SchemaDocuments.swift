import DoubletJSON
import Foundation

/// The schemas of some documents by their addresses: a small model of `$id`, `$anchor` and `$ref`, for tests only. The
/// compiler of the product reads OpenAPI documents and has its own.
struct SchemaDocuments {
  /// A schema: the document it is in and its place there.
  struct Node: Hashable {
    var document: String
    var pointer: JSONPointer
  }

  /// A name within a resource.
  struct Anchor: Hashable {
    var resource: String
    var name: String
  }

  private var roots: [String: JSON] = [:]
  private var bases: [Node: String] = [:]
  private(set) var resources: [String: Node] = [:]
  private(set) var anchors: [Anchor: Node] = [:]
  private(set) var dynamicAnchors: [Anchor: Node] = [:]

  static let schemaKeywords: Set<String> = [
    "additionalProperties", "items", "contains", "not", "if", "then", "else", "propertyNames", "unevaluatedItems",
    "unevaluatedProperties", "contentSchema",
  ]
  static let listKeywords: Set<String> = ["allOf", "anyOf", "oneOf", "prefixItems"]
  static let mapKeywords: Set<String> = ["properties", "patternProperties", "dependentSchemas", "$defs", "definitions"]

  mutating func add(_ schema: JSON, at address: String) -> Node {
    let node = Node(document: address, pointer: JSONPointer())
    roots[address] = schema
    resources[address] = node
    register(schema, node, base: address)
    return node
  }

  func value(_ node: Node) -> JSON? { roots[node.document]?.value(at: node.pointer) }

  func base(of node: Node) -> String { bases[node] ?? node.document }

  /// The schema that a reference in `node` means.
  mutating func resolve(_ reference: String, from node: Node) -> Node? {
    let absolute = Self.join(reference, base(of: node))
    let parts = absolute.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let fragment = parts.count > 1 ? String(parts[1]).removingPercentEncoding ?? "" : ""
    let address = String(parts[0])
    guard let resource = resources[address] else { return nil }
    if fragment.isEmpty { return resource }
    guard fragment.hasPrefix("/") else {
      let anchor = Anchor(resource: address, name: fragment)
      return anchors[anchor] ?? dynamicAnchors[anchor]
    }
    guard let below = JSONPointer(fragment) else { return nil }
    let target = Node(document: resource.document, pointer: JSONPointer(tokens: resource.pointer.tokens + below.tokens))
    guard let schema = value(target) else { return nil }
    if bases[target] == nil { register(schema, target, base: address) }
    return target
  }

  private mutating func register(_ schema: JSON, _ node: Node, base: String) {
    var base = base
    if let id = schema["$id"]?.string {
      base = Self.join(id, base)
      if base.hasSuffix("#") { base.removeLast() }
      resources[base] = node
    }
    bases[node] = base
    if let name = schema["$anchor"]?.string { anchors[Anchor(resource: base, name: name)] = node }
    if let name = schema["$dynamicAnchor"]?.string { dynamicAnchors[Anchor(resource: base, name: name)] = node }
    guard let members = schema.object else { return }
    for (key, value) in members {
      let place = node.pointer.appending(key)
      if Self.schemaKeywords.contains(key) {
        register(value, Node(document: node.document, pointer: place), base: base)
      } else if Self.listKeywords.contains(key) {
        for (index, element) in (value.array ?? []).enumerated() {
          register(element, Node(document: node.document, pointer: place.appending(index)), base: base)
        }
      } else if Self.mapKeywords.contains(key) {
        for (name, element) in value.object ?? [:] {
          register(element, Node(document: node.document, pointer: place.appending(name)), base: base)
        }
      }
    }
  }

  private static func join(_ reference: String, _ base: String) -> String {
    if reference.isEmpty { return base }
    if reference.hasPrefix("#") { return base + reference }
    return URL(string: reference, relativeTo: URL(string: base))?.absoluteString ?? reference
  }
}
