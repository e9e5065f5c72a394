/// What a member of an API's problems tells, as far as its name says it.
enum ProblemWord: Hashable {
  /// The kind: a URI (RFC 9457), or a code.
  case type
  /// The kind in words, the same every time.
  case title
  case status
  /// What went wrong in this case.
  case detail
  /// `error`: a code, a title or a detail, as what stands beside it leaves it.
  case error
  /// `reason`: a code beside a detail, else the detail.
  case reason
  case code
  case path
  case method
  case time
  case identifier
  case documentation
  /// True where all is well.
  case success
  /// True where something is wrong.
  case failure
  case retryAfter
  /// The violations.
  case list
  /// Which member or parameter a violation is about.
  case field
  /// The same as a JSON Pointer.
  case pointer
  /// Which part of the request it is in.
  case location
  /// What was sent.
  case rejected

  /// The word of a member's name; in an entry, which tells one violation, some names mean another thing.
  init?(_ name: String, inEntry: Bool) {
    let name = MemberName.plain(name)
    guard let word = (inEntry ? ProblemWord.ofEntries[name] : nil) ?? ProblemWord.ofProblems[name] else { return nil }
    self = word
  }

  private static let ofProblems: [String: ProblemWord] = table([
    .type: ["type", "errortype", "problemtype"],
    .title: ["title", "errortitle", "statustext", "statusmessage", "heading"],
    .status: ["status", "statuscode", "httpstatus", "httpstatuscode", "httpcode", "responsecode"],
    .detail: [
      "detail", "details", "message", "msg", "errormessage", "errormsg", "errordescription", "errordetail",
      "description",
      "text", "explanation", "usermessage", "developermessage", "internalmessage", "displaymessage", "faultstring",
      "summary", "info",
    ],
    .error: ["error"],
    .reason: ["reason", "cause"],
    .code: [
      "code", "errorcode", "errorkey", "errorname", "faultcode", "errorid", "errorno", "key", "kind", "name",
      "category",
      "slug",
    ],
    .path: ["instance", "path", "uri", "requesturi", "requestpath", "requesturl", "endpoint"],
    .method: ["method", "httpmethod", "requestmethod", "verb"],
    .time: ["timestamp", "time", "datetime", "occurredat", "date", "errortime", "servertime"],
    .identifier: [
      "requestid", "traceid", "correlationid", "logid", "debugid", "eventid", "incidentid", "transactionid", "errorref",
      "reference", "referenceid", "xrequestid", "spanid",
    ],
    .documentation: [
      "documentationurl", "documentation", "docurl", "docsurl", "doclink", "helpurl", "moreinfo", "infourl",
    ],
    .success: ["success", "ok", "succeeded", "issuccess", "successful"],
    .failure: ["failed", "failure", "iserror", "haserror", "haserrors"],
    .retryAfter: ["retryafter", "retryafterseconds", "retryin"],
    .list: [
      "errors", "violations", "invalidfields", "invalidparams", "invalidparameters", "fields", "fielderrors",
      "validationerrors", "issues", "causes", "problems", "messages", "errormessages", "errordetails", "suberrors",
      "fieldviolations", "constraintviolations", "faults", "failures", "reasons",
    ],
  ])

  private static let ofEntries: [String: ProblemWord] = table([
    .field: [
      "field", "fieldname", "param", "parameter", "paramname", "parametername", "property", "propertyname",
      "propertypath", "path", "name", "key", "attribute", "target", "source", "item", "input", "member", "errorfield",
    ],
    .pointer: ["pointer", "jsonpointer", "instancepath", "ref"],
    .location: ["location", "locationtype", "loc", "in"],
    .rejected: ["value", "rejectedvalue", "invalidvalue", "actual", "actualvalue", "rejected", "received"],
    .code: ["code", "errorcode", "rule", "keyword", "constraint", "issue", "kind", "validator"],
  ])

  private static func table(_ names: [ProblemWord: [String]]) -> [String: ProblemWord] {
    names.reduce(into: [:]) { table, entry in
      for name in entry.value { table[name] = entry.key }
    }
  }
}
