import DoubletContracts
import DoubletEngine

/// Makes a fake, and finds out which argument is to blame where that fails.
struct FakeMaking {
  /// What is served.
  let contracts: [Contract]
  /// The scenarios.
  let scenarios: LoadedScenarios
  /// How it is made, but for the faults.
  var configuration: FakeConfiguration
  /// The faults, each with the text that it was given by.
  var faults: [(text: String, fault: Fault)] = []

  /// The fake.
  func make() throws(Failure) -> Fake {
    do {
      return try fake(start: scenarios.start.map(\.name), faults: faults.map(\.fault))
    } catch {
      let mistakes = mistakes
      if !mistakes.isEmpty { throw .mistakes(mistakes, in: "the arguments") }
      throw Failure(status: .usage, reason: error.description)
    }
  }

  /// What each scenario and each fault does wrong by itself.
  private var mistakes: [String] {
    var mistakes: [String] = []
    for (text, name) in scenarios.start {
      do {
        _ = try fake(start: [name], faults: [])
      } catch {
        mistakes.append("--scenario '\(text)': \(error.description) doublet check lists the bundled ones.")
      }
    }
    for (text, fault) in faults {
      do {
        _ = try fake(start: [], faults: [fault])
      } catch {
        mistakes.append("--fault '\(text)': \(error.description)")
      }
    }
    // Where nothing at all can be made, the arguments are not to blame.
    return (try? fake(start: [], faults: [])) == nil ? [] : mistakes
  }

  private func fake(start: [String], faults: [Fault]) throws(FakeError) -> Fake {
    var configuration = configuration
    configuration.faults = faults
    return try Fake(contracts, scenarios: scenarios.all, start: start, configuration: configuration)
  }
}
