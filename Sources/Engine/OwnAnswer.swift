import DoubletContracts
public import DoubletJSON

/// Answers that are Doublet's own and no API's: problem details (RFC 9457) and JSON of the control API.
public enum OwnAnswer {
  /// A problem in Doublet's own words.
  public static func problem(status: Int, detail: String, instance: String, more: [(String, JSON)] = []) -> Answer {
    let members: [(String, JSON)] =
      [
        ("type", "about:blank"), ("title", .string(HTTPStatus.phrase(status))),
        ("status", .number(JSONNumber(status))), ("detail", .string(detail)), ("instance", .string(instance)),
      ] + more
    return json(.object(JSONObject(members)), status: status, type: "application/problem+json")
  }

  /// A JSON body.
  public static func json(_ body: JSON, status: Int = 200, type: String = "application/json") -> Answer {
    Answer(status: status, headers: ["Content-Type": type], body: JSONWriter.bytes(of: body))
  }
}
