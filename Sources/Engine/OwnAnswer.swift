import DoubletContracts
public import DoubletJSON

/// Answers that are Doublet's own and no API's: problem details (RFC 9457) and JSON of the control API.
public enum OwnAnswer {
  /// A problem in Doublet's own words.
  public static func problem(status: Int, detail: String, instance: String, more: [(String, JSON)] = []) -> Answer {
    json(
      members(status: status, detail: detail, instance: instance, more: more),
      status: status,
      type: "application/problem+json"
    )
  }

  /// The members of a problem (RFC 9457, section 3.1).
  static func members(status: Int, detail: String, instance: String, more: [(String, JSON)]) -> JSON {
    let members: [(String, JSON)] = [
      ("type", "about:blank"), ("title", .string(HTTPStatus.phrase(status))), ("status", .number(JSONNumber(status))),
      ("detail", .string(detail)), ("instance", .string(instance)),
    ]
    return .object(JSONObject(members + more))
  }

  /// A JSON body.
  public static func json(_ body: JSON, status: Int = 200, type: String = "application/json") -> Answer {
    Answer(status: status, headers: ["Content-Type": type], body: JSONWriter.bytes(of: body))
  }
}
