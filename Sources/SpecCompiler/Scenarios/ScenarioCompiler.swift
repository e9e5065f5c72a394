public import DoubletContracts
public import DoubletEngine
import DoubletJSON
import DoubletValidation

extension SpecCompiler {
  /// Compiles a scenario file: reads it, judges it by the schema `Scenario` of the control API's document, and looks up
  /// everything that it names in its contract.
  ///
  /// - Parameters:
  ///   - file: The file. Its name is the scenario's and its folder's the API's, unless it gives others.
  ///   - contracts: The contracts that it can be a scenario of.
  ///   - control: The contract of the control API, which holds the schema.
  public static func compileScenario(
    _ file: SourceFile,
    contracts: [Contract],
    control: Contract
  ) -> (source: ScenarioSource?, diagnostics: [Diagnostic]) {
    let diagnostics = Diagnostics()
    diagnostics.files = [file.path]
    guard let node = file.read(as: 0, diagnostics) else { return (nil, diagnostics.sorted) }
    let compiler = ScenarioCompiler(file: file, node: node, diagnostics: diagnostics)
    let source = compiler.compile(contracts, control)
    return (diagnostics.hasErrors ? nil : source, diagnostics.sorted)
  }

  /// Whether a file is a spec rather than a scenario: it says which OpenAPI it is of.
  static func isSpec(_ file: SourceFile) -> Bool {
    file.content.split(separator: UInt8(ascii: "\n")).contains { line in
      line.starts(with: "openapi:".utf8) || line.starts(with: "\"openapi\"".utf8)
    }
  }
}

/// The compilation of one scenario file.
struct ScenarioCompiler {
  let file: SourceFile
  let node: SourceNode
  let diagnostics: Diagnostics

  /// The pointer of the schema of scenarios in the control API's document.
  static let schema = "#/components/schemas/Scenario"

  func compile(_ contracts: [Contract], _ control: Contract) -> ScenarioSource? {
    let folders = file.path.split(separator: "/").dropLast()
    var source = ScenarioSource(
      file: file.path,
      name: file.stem,
      api: folders.last.map(String.init) ?? "",
      lines: lines(),
      json: node.json
    )
    judge(source.json, control)
    guard !diagnostics.hasErrors else { return nil }
    do throws(DecodingError) {
      let scenario = try source.scenario()
      (source.name, source.api) = (scenario.name, scenario.api)
      lookUp(scenario, contracts)
    } catch {
      note(error)
    }
    return source
  }

  private func judge(_ json: JSON, _ control: Contract) {
    guard let schema = control.schemas.schemas.firstIndex(where: { $0.location == Self.schema }),
      let validator = try? Validator(control.schemas)
    else {
      diagnostics.error("the control API's document has no schema \(Self.schema)", at: node)
      return
    }
    for violation in validator.explain(json, against: schema, direction: .none) {
      note(DecodingError(pointer: violation.pointer, message: violation.message))
    }
  }

  private func lookUp(_ scenario: Scenario, _ contracts: [Contract]) {
    guard let contract = contracts.first(where: { $0.info.name == scenario.api }) else {
      let names = contracts.map(\.info.name)
      diagnostics.error(
        "there is no API '\(scenario.api)'\(Suggestion.phrase(for: scenario.api, among: names))",
        at: node["api"] ?? node
      )
      return
    }
    for mistake in scenario.mistakes(in: contract) { note(mistake, isSentence: true) }
    for misfit in scenario.misfits(in: contract) { note(misfit) }
  }

  /// An error at the value that a pointer names, or at the nearest one above it that is there. A message that is no
  /// sentence of its own says something of the member.
  private func note(_ error: DecodingError, isSentence: Bool = false) {
    var pointer = error.pointer
    while node.value(at: pointer) == nil, !pointer.tokens.isEmpty {
      pointer = JSONPointer(tokens: pointer.tokens.dropLast())
    }
    let missing = error.pointer.tokens.dropFirst(pointer.tokens.count)
    // An element is told with its list: 'faults.0'.
    let named =
      missing.isEmpty ? error.pointer.tokens.lastIndex { Int($0) == nil }.map { error.pointer.tokens[$0...] } : missing
    let subject = named.map { "'\($0.joined(separator: "."))' " } ?? "the scenario "
    diagnostics.error((isSentence ? "" : subject) + error.message, at: node.value(at: pointer) ?? node)
  }

  private func lines() -> [String: Int] {
    var lines: [String: Int] = [:]
    for part in ["steps", "expect"] {
      for (index, element) in (node[part]?.elements ?? []).enumerated() {
        lines["/\(part)/\(index)"] = element.position.line
      }
    }
    return lines
  }
}
