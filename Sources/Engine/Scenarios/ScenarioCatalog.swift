public import DoubletContracts

/// The scenarios that a fake can start from, by API and name. Each is read when it is asked for: a start costs the
/// scenarios that it names, however many others there are.
public struct ScenarioCatalog: Sendable {
  /// A scenario that can be asked for.
  public struct Entry: Sendable {
    /// The short name of the API whose state it sets.
    public let api: String
    /// Its name.
    public let name: String
    private let read: @Sendable () throws(FakeError) -> Scenario

    init(api: String, name: String, read: @escaping @Sendable () throws(FakeError) -> Scenario) {
      self.api = api
      self.name = name
      self.read = read
    }

    /// Reads it.
    ///
    /// - Throws: what is wrong with it, with its file and the place therein.
    public func scenario() throws(FakeError) -> Scenario { try read() }
  }

  /// All of them, in their order.
  public private(set) var entries: [Entry]

  /// Scenarios that were read already.
  public init(_ scenarios: [Scenario] = []) {
    entries = scenarios.map { scenario in Entry(api: scenario.api, name: scenario.name) { scenario } }
  }

  /// The scenarios of a text that ``ScenarioSource/text(of:)`` wrote.
  public init(text: [UInt8]) throws(TableError) {
    var reader = TableReader(text)
    entries = []
    while !reader.isAtEnd {
      let line = reader
      let (file, name, api) = (try reader.string(), try reader.string(), try reader.string())
      reader.skipLine()
      entries.append(Entry(api: api, name: name) { () throws(FakeError) in try ScenarioCatalog.read(line, file) })
    }
  }

  private static func read(_ line: TableReader, _ file: String) throws(FakeError) -> Scenario {
    var line = line
    do {
      return try ScenarioSource(from: &line).scenario()
    } catch {
      throw FakeError("\(file): \(error)")
    }
  }

  /// These scenarios, and those of the other that have another name or API.
  public func over(_ other: ScenarioCatalog) -> ScenarioCatalog {
    var both = self
    both.entries += other.entries.filter { entry in !entries.contains { $0.api == entry.api && $0.name == entry.name } }
    return both
  }
}
