import DoubletContracts
import DoubletJSON

extension Shape {
  func kept(_ value: JSON, _ index: Int, _ direction: Validator.Direction) -> JSON {
    guard !keepsAll[index] else { return value }
    let node = nodes[index]
    switch value {
    case .object(let object): return .object(kept(object, node, direction))
    case .array(let elements):
      guard node.items != nil || !node.prefixItems.isEmpty else { return value }
      return .array(
        elements.enumerated().map { position, element in
          node.node(at: position).map { kept(element, $0, direction) } ?? element
        }
      )
    default: return value
    }
  }

  private func kept(_ object: JSONObject, _ node: ShapeNode, _ direction: Validator.Direction) -> JSONObject {
    var members = JSONObject()
    members.reserveCapacity(object.count)
    var next = 0
    for position in 0..<object.count {
      let (key, value) = (object.keys[position], object.values[position])
      if let found = node.member(named: key, from: next) {
        next = found + 1
        let member = node.members[found]
        if !direction.drops(member.member.traits) { members.append(key, kept(value, member.node, direction)) }
      } else if let child = node.child(unnamed: key) {
        members.append(key, kept(value, child, direction))
      } else if node.isOpen {
        members.append(key, value)
      }
    }
    return members
  }
}

extension Validator.Direction {
  /// Whether a member of these traits has no place in this direction.
  func drops(_ traits: SchemaTraits) -> Bool {
    switch self {
    case .request: traits.contains(.readOnly)
    case .response: traits.contains(.writeOnly)
    case .none: false
    }
  }
}
