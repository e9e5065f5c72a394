import DoubletContracts
import DoubletJSON

/// Puts the members of a deep object together: `a[b][c]=1`, `a[b][]=1`, `a[b]=1&a[b]=2`, `a[0][b]=1`.
enum DeepValue {
  /// A text, and the names that lead to it.
  struct Member {
    var path: ArraySlice<String>
    var text: String
  }

  /// The value; nil where the same name holds a text and members, or what is no array is given two texts.
  static func value(of members: [Member], _ outline: Outline) -> JSON? {
    let texts = members.filter(\.path.isEmpty)
    let types = outline.types
    guard texts.isEmpty else {
      guard texts.count == members.count else { return nil }
      if types.contains(.array), texts.count > 1 || types.isDisjoint(with: [.string, .number, .boolean]) {
        return .array(
          texts.enumerated().map { TextTyping.typed($0.element.text, as: outline.element($0.offset).types) }
        )
      }
      guard texts.count == 1 else { return nil }
      return TextTyping.typed(texts[0].text, as: types)
    }
    let areIndices = members.allSatisfy { ($0.path.first ?? "").allSatisfy(\.isASCIIDigit) }
    if types.contains(.array), areIndices || !types.contains(.object) { return array(of: members, outline) }
    var object = JSONObject()
    for (name, below) in grouped(members) {
      guard let value = value(of: below, outline.member(name)) else { return nil }
      object[name] = value
    }
    return .object(object)
  }

  /// The elements in the order of their first mention. `[]` begins a new one each time.
  private static func array(of members: [Member], _ outline: Outline) -> JSON? {
    var elements: [JSON] = []
    for (name, below) in grouped(members) {
      let parts = name.isEmpty ? below.map { [$0] } : [below]
      for part in parts {
        guard let value = value(of: part, outline.element(elements.count)) else { return nil }
        elements.append(value)
      }
    }
    return .array(elements)
  }

  /// The members by their first name, which is taken off.
  private static func grouped(_ members: [Member]) -> [(name: String, below: [Member])] {
    var groups: [(name: String, below: [Member])] = []
    var places: [String: Int] = [:]
    for member in members {
      let name = member.path.first ?? ""
      let below = Member(path: member.path.dropFirst(), text: member.text)
      if let place = places[name] {
        groups[place].below.append(below)
      } else {
        places[name] = groups.count
        groups.append((name, [below]))
      }
    }
    return groups
  }
}

extension Character {
  fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
