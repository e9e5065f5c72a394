extension JSON {
  /// This value with another laid over it: objects member by member, all else replaced.
  public func merged(with other: JSON) -> JSON {
    guard case .object(var object) = self, case .object(let overlay) = other else { return other }
    for (key, value) in overlay { object[key] = object[key]?.merged(with: value) ?? value }
    return .object(object)
  }

  /// JSON Merge Patch (RFC 7396): null removes a member.
  public func patched(with patch: JSON) -> JSON {
    guard case .object(let changes) = patch else { return patch }
    var object = self.object ?? JSONObject()
    for (key, value) in changes {
      if value.isNull { object.removeValue(key) } else { object[key] = (object[key] ?? .null).patched(with: value) }
    }
    return .object(object)
  }
}
