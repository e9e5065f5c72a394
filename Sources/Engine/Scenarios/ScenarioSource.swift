import DoubletContracts
public import DoubletJSON

/// A scenario file as the build keeps it: its value, and the lines of the steps and expectations, so that one that fails
/// can be told by `scenarios/rebilly/put-then-get.yaml:12`.
public struct ScenarioSource: Sendable, Hashable {
  /// The file's path, relative to the package.
  public var file: String
  /// The scenario's name: that of the file without its extension, unless it gives one.
  public var name: String
  /// The scenario's API: the folder's name, unless it gives one.
  public var api: String
  /// Lines of `steps` and `expect`, by pointer: `/steps/0`.
  public var lines: [String: Int]
  /// The file's value.
  public var json: JSON

  /// A file of that value.
  public init(file: String, name: String, api: String, lines: [String: Int], json: JSON) {
    self.file = file
    self.name = name
    self.api = api
    self.lines = lines
    self.json = json
  }

  /// The file's scenario.
  public func scenario() throws(DecodingError) -> Scenario {
    var scenario = try Scenario(json, name: name, api: api)
    scenario.file = file
    scenario.lines = lines
    return scenario
  }
}

extension ScenarioSource {
  /// The sources as text, a line each.
  public static func text(of sources: [ScenarioSource]) -> String {
    var writer = TableWriter()
    for source in sources {
      writer.cell(source.file)
      writer.cell(source.name)
      writer.cell(source.api)
      writer.cell(source.lines.sorted { $0.value < $1.value }.flatMap { [$0.key, String($0.value)] })
      writer.cell(source.json)
      writer.endLine()
    }
    return writer.text
  }

  /// Reads a line of what ``text(of:)`` wrote.
  init(from reader: inout TableReader) throws(TableError) {
    let (file, name, api) = (try reader.string(), try reader.string(), try reader.string())
    let cells = try reader.strings()
    var lines: [String: Int] = [:]
    for index in stride(from: 0, to: cells.count - 1, by: 2) { lines[cells[index]] = Int(cells[index + 1]) }
    self.init(file: file, name: name, api: api, lines: lines, json: try reader.json())
    try reader.endLine()
  }
}
