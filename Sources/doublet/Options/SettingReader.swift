import DoubletContracts

/// Reads settings from where they can stand, the first of these that holds one: the flag; the environment variable
/// (`DOUBLET_LOG_LEVEL` of `--log-level`); the default. Mistakes are collected, so that all of them are told at once.
struct SettingReader {
  /// The environment.
  let environment: [String: String]
  /// What is wrong so far, a sentence each.
  private(set) var mistakes: [String] = []
  /// The variables that were asked for.
  private var known: Set<String> = []

  init(environment: [String: String]) { self.environment = environment }

  /// What all variables begin with.
  private static let prefix = "DOUBLET_"

  /// The environment variable of a flag.
  static func variable(of flag: String) -> String {
    prefix + flag.drop { $0 == "-" }.uppercased().replacing("-", with: "_")
  }

  /// A setting of one value.
  ///
  /// - Parameters:
  ///   - given: What the flag holds, if it was given.
  ///   - flag: The flag's name, `--port`.
  ///   - name: What the user calls it, where it is given without its name: `<url>`.
  ///   - read: Reads the text; a sentence such as `must be a number` is thrown.
  mutating func value<Value>(
    _ given: String?,
    _ flag: String,
    as name: String? = nil,
    default fallback: Value,
    read: (String) throws(Mistake) -> Value
  ) -> Value {
    values(given.map { [$0] } ?? [], flag, as: name, isRepeatable: false, read: read).first ?? fallback
  }

  /// A setting that is one of a few words; nil where it is given nowhere.
  mutating func choice<Value: CaseIterable & RawRepresentable<String>>(
    _ given: String?,
    _ flag: String
  ) -> Value? {
    value(given, flag, default: nil) { text throws(Mistake) in
      if let value = Value(rawValue: text) { return value }
      let names = Value.allCases.map(\.rawValue)
      throw Mistake("must be one of \(names.joined(separator: ", "))\(Nearest.hint(for: text, among: names))")
    }
  }

  /// A setting that is given or not. The environment's word is one of `1`, `true`, `yes`, `on` and their opposites.
  mutating func isOn(_ given: Bool?, _ flag: String) -> Bool {
    known.insert(Self.variable(of: flag))
    if let given { return given }
    return value(nil, flag, default: false) { text throws(Mistake) in
      switch text.lowercased() {
      case "1", "true", "yes", "on": return true
      case "0", "false", "no", "off": return false
      default: throw Mistake("must be true or false")
      }
    }
  }

  /// A setting that can be given several times; in the environment, each on a line of its own. Flags replace what the
  /// environment says.
  mutating func values<Value>(
    _ given: [String],
    _ flag: String,
    as name: String? = nil,
    isRepeatable: Bool = true,
    read: (String) throws(Mistake) -> Value
  ) -> [Value] {
    known.insert(Self.variable(of: flag))
    var (texts, origin) = (given, name ?? flag)
    if given.isEmpty, let text = environment[Self.variable(of: flag)], !text.isEmpty {
      texts = isRepeatable ? text.split(separator: "\n").map(String.init) : [text]
      origin = Self.variable(of: flag)
    }
    var values: [Value] = []
    for text in texts {
      do throws(Mistake) {
        values.append(try read(text))
      } catch {
        mistakes.append("\(origin) '\(text)': \(error.sentence)")
      }
    }
    return values
  }

  /// A sentence for each variable of Doublet's that nothing has asked for: a misspelt one would do nothing, in silence.
  ///
  /// - Parameter others: The flags of other commands.
  func ignored(besides others: [String]) -> [String] {
    let names = known.sorted().map { $0.dropFirst(Self.prefix.count) }.map(String.init)
    let asked = known.union(others.map(Self.variable))
    return environment.keys.sorted().filter { $0.hasPrefix(Self.prefix) && !asked.contains($0) }.map { variable in
      let near = Nearest.names(to: String(variable.dropFirst(Self.prefix.count)), among: names, count: 1).first
      let hint = near.map { "; did you mean \(Self.prefix)\($0)?" } ?? ""
      return "the variable \(variable) sets nothing\(hint)"
    }
  }

  /// Throws what was wrong.
  func check() throws(Failure) {
    guard mistakes.isEmpty else { throw .mistakes(mistakes, in: "the arguments") }
  }
}

/// What is wrong with the text of a setting, and what would be right: `must be a number from 0 to 65535`.
struct Mistake: Error, Hashable {
  /// The sentence.
  let sentence: String

  init(_ sentence: String) { self.sentence = sentence }
}
