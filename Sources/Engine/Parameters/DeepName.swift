/// The name of a member of a deep object: `filter[price][max]`, `tags[]`, `items[0]`.
enum DeepName {
  /// No name goes deeper.
  static let deepest = 32

  /// The members on the way, outermost first; nil where the name is not one below `root`, or goes too deep.
  static func members(of name: String, below root: String) -> [String]? {
    guard name.utf8.count > root.utf8.count + 1, name.hasPrefix(root) else { return nil }
    var members: [String] = []
    var rest = name[name.index(name.startIndex, offsetBy: root.count)...]
    while !rest.isEmpty {
      guard rest.first == "[", let end = rest.firstIndex(of: "]"), members.count < deepest else { return nil }
      members.append(String(rest[rest.index(after: rest.startIndex)..<end]))
      rest = rest[rest.index(after: end)...]
    }
    return members
  }
}
