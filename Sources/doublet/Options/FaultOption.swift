import DoubletContracts
import DoubletEngine
import DoubletJSON

/// The text of `--fault`: `OP=WHAT[:N][,KEY=VALUE]…`.
///
/// ```
/// PutCustomerLeadSource=429:2,retry-after=30
/// rebilly/GetCustomer=unauthenticated,probability=0.5
/// GET /sources/*=503,every=3,reason=Down for maintenance, sorry
/// *=too-many-requests,between=2-4
/// GetCustomer=250ms
/// ```
///
/// A comma starts a member only where a key and `=` follow it; any other belongs to the value before it. The text becomes
/// the JSON of a fault and is read by the decoder that reads scenarios and control requests, so that all three agree.
enum FaultOption {
  /// The members that can be given, in kebab-case.
  static let keys = ["id", "reason", "retry-after", "first", "every", "after", "between", "probability"]
  private static let times: Set = ["first", "every", "after", "between", "probability"]

  /// Reads the text.
  static func fault(_ text: String) throws(Mistake) -> Fault {
    guard let separator = text.firstIndex(of: "="), separator > text.startIndex else {
      throw Mistake("must be OP=WHAT, such as GetCustomer=429 or 'GET /customers/*=401:2'")
    }
    var fault = try scope(String(text[..<separator]))
    let pieces = pieces(of: text[text.index(after: separator)...])
    try addAnswer(String(pieces[0]), to: &fault)
    for piece in pieces.dropFirst() {
      let parts = piece.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      try addMember(String(parts[0]), String(parts[1]), to: &fault)
    }
    do {
      return try Fault(.object(fault))
    } catch {
      throw Mistake("\(error.pointer.tokens.last.map { "\(kebab($0)) " } ?? "")\(error.message)")
    }
  }

  /// Splits at the commas that a key and `=` follow.
  private static func pieces(of text: Substring) -> [Substring] {
    var pieces: [Substring] = []
    var start = text.startIndex
    for comma in text.indices where text[comma] == "," {
      let rest = text[text.index(after: comma)...]
      let key = rest.prefix { $0.isLetter || $0 == "-" }
      guard !key.isEmpty, rest[key.endIndex...].first == "=" else { continue }
      pieces.append(text[start..<comma])
      start = rest.startIndex
    }
    return pieces + [text[start...]]
  }

  private static func scope(_ text: String) throws(Mistake) -> JSONObject {
    guard let slash = text.firstIndex(of: "/"), slash == text.startIndex || text[text.index(before: slash)] == " "
    else {
      return ["operation": .string(text)]
    }
    // A template names its segments as the document does; a pattern has a star for each.
    let path = text[slash...].split(separator: "/", omittingEmptySubsequences: false)
      .map { $0.hasPrefix("{") && $0.hasSuffix("}") ? "*" : $0 }.joined(separator: "/")
    var match: JSONObject = ["path": .string(path)]
    let method = text[..<slash].filter { $0 != " " }
    if !method.isEmpty { match["method"] = .string(method.uppercased()) }
    return ["match": .object(match)]
  }

  private static func addAnswer(_ text: String, to fault: inout JSONObject) throws(Mistake) {
    let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    if let status = Int(parts[0]) {
      fault["status"] = .number(JSONNumber(status))
    } else if Timespan.nanoseconds(parts[0]) != nil {
      fault["deliver"] = ["delay": .string(parts[0])]
    } else {
      let kinds = ProblemKind.allCases.map(\.rawValue)
      guard let kind = kinds.first(where: { $0 == parts[0] || kebab($0) == parts[0] }) else {
        let hint = Nearest.hint(for: camel(parts[0]), among: kinds)
        throw Mistake(
          "'\(parts[0])' is neither a status, nor a kind of problem, nor a delay such as 50ms"
            + (hint.isEmpty ? "; there are \(kinds.joined(separator: ", "))" : hint)
        )
      }
      fault["problem"] = .string(kind)
    }
    guard parts.count == 2 else { return }
    guard let count = Int(parts[1]) else {
      throw Mistake("'\(parts[1])' after the colon must be a whole number: fail the first N requests")
    }
    fault["times"] = ["first": .number(JSONNumber(count))]
  }

  private static func addMember(_ key: String, _ value: String, to fault: inout JSONObject) throws(Mistake) {
    switch key {
    case "id": fault["id"] = .string(value)
    case "reason", "retry-after":
      var details = fault["details"]?.object ?? JSONObject()
      details[camel(key)] = key == "reason" ? .string(value) : .number(try number(value, key))
      fault["details"] = .object(details)
    case _ where times.contains(key):
      guard fault["times"] == nil else {
        throw Mistake("\(key) comes on top of another rule; give one of :N, \(times.sorted().joined(separator: ", "))")
      }
      fault["times"] = .object([key: key == "between" ? try bounds(value) : .number(try number(value, key))])
    default:
      throw Mistake(
        "there is no key '\(key)'\(Nearest.hint(for: key, among: keys)); there are \(keys.joined(separator: ", "))"
      )
    }
  }

  private static func number(_ text: String, _ key: String) throws(Mistake) -> JSONNumber {
    guard let number = JSONNumber(text: text) else { throw Mistake("\(key) must be a number, is '\(text)'") }
    return number
  }

  private static func bounds(_ text: String) throws(Mistake) -> JSON {
    let bounds = text.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard bounds.count == 2, let first = bounds[0], let last = bounds[1] else {
      throw Mistake("between must be two whole numbers such as 2-4, is '\(text)'")
    }
    return [.number(JSONNumber(first)), .number(JSONNumber(last))]
  }

  /// `too-many-requests` of `tooManyRequests`.
  static func kebab(_ name: String) -> String {
    name.reduce(into: "") { $0 += $1.isUppercase ? "-\($1.lowercased())" : String($1) }
  }

  /// `tooManyRequests` of `too-many-requests`.
  static func camel(_ name: String) -> String {
    let words = name.split(separator: "-")
    return words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
  }
}
