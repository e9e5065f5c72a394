import DoubletJSON

/// What a set of schemas that describe one value together say about its members or elements.
struct ShapeNode: Sendable {
  /// A named member and the node of its value.
  struct Member: Sendable {
    var member: Shape.Member
    var node: Int
    let signature: NameSignature

    init(member: Shape.Member, node: Int) {
      self.member = member
      self.node = node
      signature = NameSignature(member.name)
    }
  }

  var members: [Member] = []
  /// Members by pattern, and the node of their value.
  var patterns: [(pattern: Pattern, node: Int)] = []
  /// The node of all other members, where the schemas give one.
  var additional: Int?
  /// Whether members that are not named stay.
  var isOpen = true
  var items: Int?
  var prefixItems: [Int] = []
  /// Whether nothing can be dropped from the value.
  var keepsAll: Bool {
    members.isEmpty && patterns.isEmpty && isOpen && items == nil && prefixItems.isEmpty && additional == nil
  }

  /// The place of a named member. The search starts where the caller expects it, since records keep the document's order.
  func member(named name: String, from start: Int) -> Int? {
    for offset in 0..<members.count {
      let place = start + offset < members.count ? start + offset : start + offset - members.count
      // Code points, as JSON has it: Swift's `==` also takes different ones for equal.
      if members[place].member.name.utf8.elementsEqual(name.utf8) { return place }
    }
    return nil
  }

  /// The place of a member by its key as it was sent.
  func member(named key: JSONCursor, from start: Int) -> Int? {
    for offset in 0..<members.count {
      let place = start + offset < members.count ? start + offset : start + offset - members.count
      if key.isName(of: members[place].signature, members[place].member.name) { return place }
    }
    return nil
  }

  /// The node of a member that has no name here, by pattern or as one of all others.
  func child(unnamed key: String) -> Int? {
    patterns.first { $0.pattern.matches(key) == .matches }?.node ?? (isOpen ? additional : nil)
  }
}
