import DoubletJSON

extension JSON {
  /// With the values of a path in the members that are called like its parameters, so that the answer speaks of what was
  /// asked for: `{petId}` is the member `petId`, and of the path's last parameter also `id`. Each is taken as far as the
  /// body stays valid.
  func naming(_ values: [(name: String, value: String)], while isValid: (JSON) -> Bool) -> JSON {
    guard !values.isEmpty, case .object(let members) = self else { return self }
    var named = self
    for (index, (name, value)) in values.enumerated() {
      let isLast = index == values.count - 1
      var next = named
      if next.take(value, for: name, orID: isLast) {
        if next != named, isValid(next) { named = next }
        continue
      }
      // An envelope: the only object in the body has the member.
      let nested = members.filter { $0.value.object != nil }.map(\.key)
      guard nested.count == 1, var inner = named[nested[0]], inner.take(value, for: name, orID: isLast) else {
        continue
      }
      next[nested[0]] = inner
      if next != named, isValid(next) { named = next }
    }
    return named
  }

  /// Puts a value into the member that a parameter is named after; whether there is one.
  private mutating func take(_ text: String, for parameter: String, orID: Bool) -> Bool {
    guard case .object(let members) = self else { return false }
    let wanted = MemberName.plain(parameter)
    let key =
      members.keys.first { MemberName.plain($0) == wanted }
      ?? (orID && wanted.hasSuffix("id") ? members.keys.first { MemberName.plain($0) == "id" } : nil)
    guard let key else { return false }
    switch members[key] {
    case .number:
      // Not as 1e100 or 1.0: some readers take these for no integer.
      guard text.utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == UInt8(ascii: "-") }) else { return true }
      self[key] = JSONNumber(text: text).map { .number($0) } ?? members[key]
    case .string, .null: self[key] = .string(text)
    default: return false
    }
    return true
  }
}

/// The names of members, as far as APIs spell one name in different ways.
enum MemberName {
  /// A name in lower case, without what parts its words: `error_code` and `errorCode` are `errorcode`.
  static func plain(_ name: String) -> String {
    String(
      name.unicodeScalars.filter { $0 != "_" && $0 != "-" && $0 != "." && $0 != " " && $0 != "@" }.map(Character.init)
    )
    .lowercased()
  }
}
