import DoubletContracts

/// The codes that APIs give a problem, in the ways in which they spell them.
enum ProblemCode {
  /// The codes of a problem, the likeliest first; those in the spelling of `model` stand before all others.
  static func codes(of kind: ProblemKind?, status: Int, like model: String) -> [String] {
    let own = kind.map(ProblemCode.names) ?? []
    let phrase = HTTPStatus.phrase(status).lowercased().filter { $0.isLetter || $0 == " " || $0 == "-" }
    return spelled(own + [phrase], like: model) + [String(status), HTTPStatus.phrase(status)]
  }

  /// The codes of a violation.
  static func codes(ofKeyword keyword: String, like model: String) -> [String] {
    let words = keyword.map { $0.isUppercase ? " \($0.lowercased())" : String($0) }.joined()
    return spelled([words, "invalid \(words)", "invalid", "invalid value", "validation error"], like: model) + [keyword]
  }

  /// What APIs call a kind, in words.
  private static func names(of kind: ProblemKind) -> [String] {
    switch kind {
    case .unknownPath, .notFound: ["not found", "resource not found", "missing", "unknown", "no such resource"]
    case .methodNotAllowed: ["method not allowed"]
    case .unauthenticated:
      [
        "unauthorized", "unauthenticated", "authentication error", "authentication required", "invalid token",
        "auth error",
      ]
    case .forbidden: ["forbidden", "permission denied", "access denied", "permission error", "insufficient scope"]
    case .tooManyRequests:
      ["too many requests", "rate limit exceeded", "rate limited", "rate limit", "rate limit error", "quota exceeded"]
    case .unsupportedMediaType: ["unsupported media type", "invalid request"]
    case .notAcceptable: ["not acceptable", "invalid request"]
    case .malformed:
      ["bad request", "invalid request", "malformed", "invalid json", "parse error", "invalid request error"]
    case .invalid:
      [
        "validation error", "invalid request", "validation failed", "validation", "invalid", "unprocessable entity",
        "bad request", "invalid argument", "invalid request error", "invalid input",
      ]
    case .conflict: ["conflict", "already exists", "duplicate"]
    case .requestTimeout: ["request timeout", "timeout"]
    case .contentTooLarge: ["content too large", "payload too large"]
    case .uriTooLong: ["uri too long"]
    case .headersTooLarge: ["headers too large"]
    case .internalError:
      ["internal error", "internal server error", "server error", "internal", "api error", "unknown"]
    case .notImplemented: ["not implemented", "unimplemented"]
    case .unavailable: ["service unavailable", "unavailable", "temporarily unavailable", "overloaded"]
    }
  }

  /// Names in every spelling, that of the model first.
  private static func spelled(_ names: [String], like model: String) -> [String] {
    let first = Spelling(of: model)
    let spellings = [first] + Spelling.allCases.filter { $0 != first }
    return spellings.flatMap { spelling in
      names.map { spelling.text($0.split { $0 == " " || $0 == "-" }.map(String.init)) }
    }
  }

  private enum Spelling: CaseIterable {
    case snake, camel, upper, kebab, pascal, spaced, sentence

    /// The spelling of a code; one that could have any, or holds digits, is taken for the commonest.
    init(of code: String) {
      guard code.utf8.count > 3, !code.contains(where: \.isNumber) else {
        self = .snake
        return
      }
      let hasLowercase = code.contains(where: \.isLowercase)
      self =
        if code.contains(" ") {
          code.first?.isUppercase == true ? .sentence : .spaced
        } else if !hasLowercase, code.contains(where: \.isUppercase) {
          .upper
        } else if code.contains("-") {
          .kebab
        } else if code.first?.isUppercase == true {
          .pascal
        } else {
          code.contains(where: \.isUppercase) ? .camel : .snake
        }
    }

    func text(_ words: [String]) -> String {
      let capitalized = words.map { $0.prefix(1).uppercased() + $0.dropFirst() }
      return switch self {
      case .snake: words.joined(separator: "_")
      case .camel: (words.prefix(1) + capitalized.dropFirst()).joined()
      case .upper: words.joined(separator: "_").uppercased()
      case .kebab: words.joined(separator: "-")
      case .pascal: capitalized.joined()
      case .spaced: words.joined(separator: " ")
      case .sentence: (capitalized.prefix(1) + words.dropFirst()).joined(separator: " ")
      }
    }
  }
}
