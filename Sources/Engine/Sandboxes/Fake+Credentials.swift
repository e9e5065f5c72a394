import DoubletContracts
import DoubletJSON
import Synchronization

/// The listed credentials of a sandbox.
extension Fake {
  /// The credentials that are listed for an API; empty where every one is good.
  ///
  /// - Throws: an API that is not there.
  public func credentials(
    of api: String,
    in sandbox: String = SandboxName.default
  ) throws(FakeError) -> [Credential] {
    let index = try index(of: api)
    return self.sandbox(sandbox).world.withLock { $0.contracts[index].credentials }
  }

  /// Lists the credentials of an API. Of a scheme that the list names, only the listed ones are good.
  ///
  /// - Throws: an API, scheme or operation that is not there.
  public func setCredentials(
    _ credentials: [Credential],
    of api: String,
    in sandbox: String = SandboxName.default
  ) throws(FakeError) {
    let index = try index(of: api)
    var scenario = Scenario(name: "", api: api, description: "")
    scenario.credentials = credentials
    if let mistake = scenario.mistakes(in: contracts[index].contract).first { throw FakeError(mistake) }
    self.sandbox(sandbox).world.withLock { $0.contracts[index].credentials = credentials }
  }
}

extension FakeError {
  /// What is wrong at a place in a value that was sent: `/credentials/0/scheme: …` is `/0/scheme` of the list.
  init(_ mistake: DecodingError) {
    let place = mistake.pointer.tokens.dropFirst().map { "/\($0)" }.joined()
    self.init("\(place.isEmpty ? "The value" : place): \(mistake.message).")
  }
}
