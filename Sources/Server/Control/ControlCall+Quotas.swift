internal import DoubletEngine
internal import DoubletJSON

extension ControlCall {
  /// The quotas of an API by name; null where one is lifted.
  func getQuotas() throws(FakeError) -> Answer {
    let quotas = try fake.quotas(of: path("api"), in: sandbox).map { name, quota -> (String, JSON) in
      guard let limit = quota.limit else { return (name, .null) }
      return (name, ["limit": .int(limit), "window": .string(Timespan.text(seconds: quota.windowSeconds))])
    }
    return OwnAnswer.json(.object(JSONObject(quotas)))
  }

  /// Changes the quotas of an API.
  func putQuotas() throws(FakeError) -> Answer {
    let changes = try decoding { () throws(DecodingError) in try Scenario.quotaChanges(body) }
    try fake.setQuotas(changes, of: path("api"), in: sandbox)
    return Self.done
  }
}
