/// What a `Prefer` header field asks of the fake (RFC 7240): `code=429`, `example=cat`, `dynamic=true, seed=7`.
struct Preference: Equatable {
  /// The status that the answer shall have.
  var status: Int?
  /// The name of the example that shall be answered.
  var example: String?
  /// Whether a sample shall be answered, also where there are examples.
  var isDynamic = false
  /// What the sample depends on; nil: on the sandbox's seed and the request's number.
  var seed: UInt64?

  /// Reads the field; nil where it asks nothing of a fake. Of a preference that is there twice the first holds, and those
  /// of others, such as `return=minimal`, are left alone.
  init?(_ field: String?) throws(FakeError) {
    guard let field else { return nil }
    var seen: Set<String> = []
    for (name, value) in Preference.parts(of: field) where seen.insert(name).inserted {
      switch name {
      case "code":
        guard let code = Int(value), (200...599).contains(code) else {
          throw FakeError("Prefer: code=\(value) names no status; write a status from 200 to 599, such as code=429.")
        }
        status = code
      case "example":
        guard !value.isEmpty else { throw FakeError("Prefer: example names no example; write one, as example=cat.") }
        example = value
      case "dynamic":
        guard ["", "true", "false"].contains(value) else {
          throw FakeError("Prefer: dynamic=\(value) is neither true nor false.")
        }
        isDynamic = value != "false"
      case "seed":
        guard let number = UInt64(value) else {
          throw FakeError("Prefer: seed=\(value) is no whole number from 0 on.")
        }
        seed = number
      default: break
      }
    }
    guard status != nil || asksForBody else { return nil }
  }

  /// Whether it says which body to show, instead of what an action makes.
  var asksForBody: Bool { example != nil || isDynamic }

  /// The field `Preference-Applied`.
  var applied: String {
    var parts: [String] = []
    if let status { parts.append("code=\(status)") }
    if let example {
      let isToken = example.utf8.allSatisfy { (0x21..<0x7F).contains($0) && !"\"(),/:;<=>?@[\\]{}".utf8.contains($0) }
      parts.append(isToken ? "example=\(example)" : "example=\"\(example)\"")
    } else if isDynamic {
      parts.append("dynamic=true")
      if let seed { parts.append("seed=\(seed)") }
    }
    return parts.joined(separator: ", ")
  }

  /// The names in lower case, and the values without quotes. What stands after a `;` is a preference too: clients that
  /// speak to other mock servers part them so.
  private static func parts(of field: String) -> [(name: String, value: String)] {
    var parts: [(name: String, value: String)] = []
    var (name, value) = ("", "")
    var (isValue, isQuoted, isEscaped) = (false, false, false)
    func end() {
      if !name.trimmingBlanks.isEmpty { parts.append((name.trimmingBlanks.lowercased(), value.trimmingBlanks)) }
      (name, value, isValue) = ("", "", false)
    }
    for character in field {
      if isEscaped {
        value.append(character)
        isEscaped = false
      } else if isQuoted {
        switch character {
        case "\\": isEscaped = true
        case "\"": isQuoted = false
        default: value.append(character)
        }
      } else if character == "," || character == ";" {
        end()
      } else if !isValue {
        if character == "=" { isValue = true } else { name.append(character) }
      } else if character == "\"" {
        isQuoted = true
      } else {
        value.append(character)
      }
    }
    end()
    return parts
  }
}
