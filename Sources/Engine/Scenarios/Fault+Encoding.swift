import DoubletContracts
public import DoubletJSON
import DoubletValidation

extension Fault {
  /// The fault in the form in which it is read.
  public var json: JSON {
    var json: JSON = .object(JSONObject())
    if !id.isEmpty { json["id"] = .string(id) }
    switch scope {
    case .all: json["operation"] = "*"
    case .operation(let operation): json["operation"] = .string(operation)
    case .match(let method, let path):
      var match: JSON = ["path": .string(path)]
      if let method { match["method"] = .string(method) }
      json["match"] = match
    }
    if let condition { json["where"] = condition.json }
    switch answer {
    case .problem(let kind): json["problem"] = .string(kind.rawValue)
    case .status(let status): json["status"] = .number(JSONNumber(status))
    case .delivery(let delivery): json["deliver"] = ["delay": .string("\(delivery.delayMilliseconds)ms")]
    }
    var details: JSON = .object(JSONObject())
    if let reason { details["reason"] = .string(reason) }
    if let retryAfter { details["retryAfter"] = .number(JSONNumber(retryAfter)) }
    if let violations { details["violations"] = .array(violations.map(\.json)) }
    if details.object?.isEmpty == false { json["details"] = details }
    if let times = times.json { json["times"] = times }
    return json
  }
}

extension Fault.GivenViolation {
  fileprivate var json: JSON {
    ["pointer": .string(pointer), "code": .string(code), "message": .string(message)]
  }
}

extension Fault.Times {
  fileprivate var json: JSON? {
    func number(_ count: Int) -> JSON { .number(JSONNumber(count)) }
    return switch self {
    case .always: nil
    case .first(let count): ["first": number(count)]
    case .every(let step): ["every": number(step)]
    case .after(let count): ["after": number(count)]
    case .between(let first, let last): ["between": [number(first), number(last)]]
    case .probability(let chance): ["probability": .number(JSONNumber(chance))]
    }
  }
}

extension RequestPattern {
  fileprivate var json: JSON {
    var json: JSON = .object(JSONObject())
    for (name, matchers) in [("headers", headers), ("query", query), ("path", path)] where !matchers.isEmpty {
      json[name] = .object(JSONObject(matchers.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }))
    }
    if let body { json["body"] = body.json }
    return json
  }
}

extension Matcher {
  /// The matcher in the form in which it is read.
  public var json: JSON {
    switch self {
    case .equal(let value):
      switch value {
      case .array, .object: ["$exactly": value]
      default: value
      }
    case .members(let members):
      .object(JSONObject(members.sorted { $0.key < $1.key }.map { ($0.key, $0.value.json) }))
    case .elements(let elements): .array(elements.map(\.json))
    case .pattern(let pattern): ["$pattern": .string(pattern.source)]
    case .present(let isPresent): ["$present": .bool(isPresent)]
    }
  }
}
