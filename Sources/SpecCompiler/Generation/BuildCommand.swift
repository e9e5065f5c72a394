/// The build tool's arguments and what it does with them, apart from files: those come and go through closures.
public struct BuildCommand: Sendable {
  /// What is compiled.
  public enum Kind: String, Sendable, CaseIterable {
    /// OpenAPI documents.
    case specs
    /// Scenarios.
    case scenarios
  }

  /// The Swift file to write.
  public var output: String
  /// The folder that paths in messages are relative to; empty: none.
  public var packageRoot: String
  /// What is compiled.
  public var kind: Kind
  /// The files.
  public var files: [String]

  /// How the tool is called.
  public static let usage =
    "usage: spec-compiler --output OUT.swift [--package-root DIR] --kind specs|scenarios FILE.yaml..."

  /// Reads the arguments; a sentence about what is wrong with them is thrown.
  public init(_ arguments: [String]) throws(BuildFailure) {
    var values: [String: String] = [:]
    files = []
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if ["--output", "--package-root", "--kind"].contains(argument) {
        guard let value = rest.popFirst() else { throw BuildFailure(lines: ["\(argument) needs a value", Self.usage]) }
        values[argument] = value
      } else if argument.hasPrefix("-") {
        throw BuildFailure(lines: ["unknown option '\(argument)'", Self.usage])
      } else {
        files.append(argument)
      }
    }
    guard let output = values["--output"], let kind = values["--kind"].flatMap(Kind.init(rawValue:)) else {
      throw BuildFailure(lines: [Self.usage])
    }
    self.output = output
    self.kind = kind
    packageRoot = values["--package-root"] ?? ""
  }

  /// A path as messages show it.
  public func shown(_ path: String) -> String {
    let root = packageRoot.hasSuffix("/") ? packageRoot : packageRoot + "/"
    return !packageRoot.isEmpty && path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
  }

  /// The path that is shown as this one.
  public func full(_ shown: String) -> String {
    packageRoot.isEmpty || shown.hasPrefix("/") ? shown : packageRoot + (packageRoot.hasSuffix("/") ? "" : "/") + shown
  }
}

/// Why the build tool makes no file: lines for stderr.
public struct BuildFailure: Error, Sendable, Hashable {
  /// What is wrong.
  public var lines: [String]

  /// A failure that prints these lines.
  public init(lines: [String]) { self.lines = lines }
}
