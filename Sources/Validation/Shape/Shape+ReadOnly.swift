import DoubletContracts
public import DoubletJSON

extension Shape {
  /// A value that a request makes of an earlier one, with the read-only members of that one, at every depth: no request
  /// changes them.
  ///
  /// An element of an array is the earlier one that is like it in all that a request can say; else, where the array is as
  /// long as before, the one in its place.
  public func withReadOnlyMembers(_ value: JSON, of earlier: JSON) -> JSON { kept(value, 0, of: earlier) }

  private func kept(_ value: JSON, _ index: Int, of earlier: JSON?) -> JSON {
    guard let earlier, holdsReadOnly[index] else { return value }
    switch (value, earlier) {
    case (.object(let members), .object(let earlier)): return .object(kept(members, nodes[index], of: earlier))
    case (.array(let elements), .array(let earlier)): return .array(kept(elements, nodes[index], of: earlier))
    default: return value
    }
  }

  private func kept(_ members: JSONObject, _ node: ShapeNode, of earlier: JSONObject) -> JSONObject {
    var kept = members
    for (name, value) in members {
      guard let child = node.node(of: name) else { continue }
      kept[name] = self.kept(value, child, of: earlier[name])
    }
    for member in node.members where member.member.traits.contains(.readOnly) {
      if let value = earlier[member.member.name] { kept[member.member.name] = value }
    }
    return kept
  }

  private func kept(_ elements: [JSON], _ node: ShapeNode, of earlier: [JSON]) -> [JSON] {
    let partners = partners(of: said(in: elements, node), in: said(in: earlier, node))
    return zip(elements.indices, elements).map { position, element in
      guard let child = node.node(at: position) else { return element }
      return kept(element, child, of: partners[position].map { earlier[$0] })
    }
  }

  /// What a request can say of elements.
  private func said(in elements: [JSON], _ node: ShapeNode) -> [JSON] {
    zip(elements.indices, elements).map { position, element in
      node.node(at: position).map { kept(element, $0, .request) } ?? element
    }
  }

  /// The earlier element that each element is; each is one at most.
  private func partners(of elements: [JSON], in earlier: [JSON]) -> [Int?] {
    var partners = [Int?](repeating: nil, count: elements.count)
    var isFree = earlier.map { _ in true }
    func pair(_ partner: (Int) -> Int?) {
      for position in elements.indices where partners[position] == nil {
        guard let partner = partner(position), isFree[partner] else { continue }
        partners[position] = partner
        isFree[partner] = false
      }
    }
    pair { $0 < earlier.count && earlier[$0] == elements[$0] ? $0 : nil }
    pair { position in earlier.indices.first { isFree[$0] && earlier[$0] == elements[position] } }
    if elements.count == earlier.count { pair { $0 } }
    return partners
  }
}

extension ShapeNode {
  /// The node of a member.
  fileprivate func node(of name: String) -> Int? {
    member(named: name, from: 0).map { members[$0].node } ?? child(unnamed: name)
  }

  /// The node of an element.
  func node(at position: Int) -> Int? { position < prefixItems.count ? prefixItems[position] : items }

  /// All nodes that it leads to.
  private var children: [Int] {
    members.map(\.node) + patterns.map(\.node) + prefixItems + [additional, items].compactMap { $0 }
  }

  /// Whether a read-only member is in the value of each node, at any depth.
  static func holdReadOnly(_ nodes: [ShapeNode]) -> [Bool] {
    var hold = nodes.map { $0.members.contains { $0.member.traits.contains(.readOnly) } }
    var isSettled = false
    while !isSettled {
      isSettled = true
      for index in nodes.indices where !hold[index] && nodes[index].children.contains(where: { hold[$0] }) {
        hold[index] = true
        isSettled = false
      }
    }
    return hold
  }
}
