import DoubletContracts
import DoubletJSON

extension Engine {
  /// What the client prefers.
  func preference(of call: Call) throws(Problem) -> Preference? {
    do { return try Preference(call.request.headers["Prefer"]) } catch { throw Problem(.malformed, error.description) }
  }

  /// The body that is shown for an answer: the example or sample that the client prefers, else what the contract has.
  func shown(
    _ offer: Offer,
    of response: ResponseRow,
    status: Int,
    _ call: Call,
    _ api: ServedContract,
    _ world: World
  ) throws(Problem) -> ShownBody? {
    guard let preference = call.preference, preference.asksForBody else { return api.shown.body(of: offer.index) }
    if let name = preference.example {
      if let body = api.shown.example(name, of: offer.index) { return body }
      throw Engine.unknownExample(name, response, status: status, api.contract)
    }
    let seed = preference.seed ?? Engine.drawn(call, world)
    return api.shown.sample(of: offer.index, seed: seed).map { ShownBody(value: $0, isExample: false) }
  }

  /// The body of a problem that the client asks for by name, or as a sample; nil: in the API's words.
  func preferredBody(of status: Int, _ call: Call, _ world: World) throws(Problem) -> ShownBody? {
    guard call.preference?.asksForBody == true, let api = call.api, let operation = call.operation else { return nil }
    guard let response = operation.response(status: status),
      let offer = call.offer(of: response, api)
    else {
      throw Problem(
        .malformed,
        "Prefer: \(call.preference?.applied ?? "") has nothing to show: \(operation.row.id) declares no body for \(status)."
      )
    }
    return try shown(offer, of: response, status: status, call, api, world)
  }

  /// A seed that is another for each request, and the same for the same requests: drawing it changes nothing.
  private static func drawn(_ call: Call, _ world: World) -> UInt64 {
    var stream = RandomStream(seed: world.seed, world.name, "dynamic", String(world.journal.upcoming))
    return stream.next() | 1
  }

  /// The problem of a name that no example has.
  private static func unknownExample(
    _ name: String,
    _ response: ResponseRow,
    status: Int,
    _ contract: Contract
  ) -> Problem {
    let names = contract.mediaTypes[response.content.indices]
      .flatMap { contract.examples[$0.examples.indices].map(\.name) }.filter { !$0.isEmpty }
    let hint = Nearest.hint(for: name, among: names)
    let known = names.isEmpty ? "it has none with a name" : "there are \(names.joined(separator: ", "))"
    return Problem(.malformed, "Prefer: example=\(name) names no example of the answer \(status)\(hint); \(known).")
  }
}
