import DoubletContracts

extension ServedParameter {
  /// Whether a query that has it twice breaks a rule. It does not where each element, or each member, is a parameter of
  /// its own.
  var isGivenOnce: Bool {
    guard row.location == .query, row.style != .deepObject, !spreadsMembers else { return false }
    return !(row.mediaType.isEmpty && row.repeatsArrays && typing.types.contains(.array))
  }

  /// The rule that a text breaks which is not written as the style or the media type asks; nil where every text is
  /// written so.
  var formRule: String? {
    if !row.mediaType.isEmpty { return MediaType(row.mediaType)?.isJSON == true ? "malformed" : nil }
    if row.style == .label || row.style == .matrix { return "style" }
    return typing.shape == .object && row.style != .deepObject && !spreadsMembers ? "style" : nil
  }
}
