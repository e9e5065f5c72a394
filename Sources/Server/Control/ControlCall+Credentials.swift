internal import DoubletEngine
internal import DoubletJSON

extension ControlCall {
  /// The listed credentials of an API.
  func getCredentials() throws(FakeError) -> Answer {
    OwnAnswer.json(.array(try fake.credentials(of: path("api"), in: sandbox).map(Self.json)))
  }

  /// Lists the credentials of an API.
  func putCredentials() throws(FakeError) -> Answer {
    var credentials: [Credential] = []
    for (index, json) in (body.array ?? []).enumerated() {
      credentials.append(
        try decoding(at: JSONPointer().appending(index)) { () throws(DecodingError) in try Credential(json) }
      )
    }
    try fake.setCredentials(credentials, of: path("api"), in: sandbox)
    return Self.done
  }

  private static func json(of credential: Credential) -> JSON {
    var json: JSON = ["scheme": .string(credential.scheme), "value": .string(credential.value)]
    if let operations = credential.operations { json["operations"] = .array(operations.map { .string($0) }) }
    if let scopes = credential.scopes { json["scopes"] = .array(scopes.map { .string($0) }) }
    if let expires = credential.expires { json["expires"] = .string(expires.description) }
    return json
  }
}
