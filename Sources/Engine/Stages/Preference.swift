/// What a `Prefer` header field asks of the fake (RFC 7240): `code=429`.
struct Preference {
  /// The status that the answer shall have.
  var status: Int

  /// Reads the field; nil where it asks nothing of a fake.
  init?(_ field: String?) throws(FakeError) {
    guard let field else { return nil }
    for part in field.split(whereSeparator: { $0 == "," || $0 == ";" }) {
      let pair = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard pair[0].filter({ $0 != " " }).lowercased() == "code" else { continue }
      let text = pair.count < 2 ? "" : pair[1].filter { $0 != "\"" && $0 != " " }
      guard let status = Int(text), (200...599).contains(status) else {
        throw FakeError("Prefer: code=\(text) names no status; write a status from 200 to 599, such as code=429.")
      }
      self.status = status
      return
    }
    return nil
  }
}
