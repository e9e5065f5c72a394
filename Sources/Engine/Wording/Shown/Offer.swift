import DoubletContracts
import DoubletJSON

/// The media type that an answer has.
final class Offer: Sendable {
  /// Its index in the contract's media types.
  let index: Int
  /// The schema of the body, or -1.
  let schema: Int
  /// Whether the body is JSON.
  let isJSON: Bool
  /// The header field that says it, alone.
  let headers: Headers
  /// The type, never a range.
  let type: MediaType

  /// The offer of a media type, or of a type in the range that one is.
  ///
  /// - Parameter headers: The header field as the document writes it.
  init(_ index: Int, _ row: MediaTypeRow, _ type: MediaType, _ headers: Headers) {
    (self.index, schema, isJSON) = (index, row.schema, type.isJSON)
    (self.type, self.headers) = (type, headers)
  }

  /// As the header field has it.
  var name: String { headers["Content-Type"] ?? type.description }

  /// The offers of a contract's media types; nil for a range, and for what is no media type. Those of the same name share
  /// their texts: an API names few types many times.
  static func offers(_ rows: [MediaTypeRow], _ types: [MediaType?]) -> [Offer?] {
    var known: [String: (type: MediaType, headers: Headers)] = [:]
    return rows.indices.map { index in
      guard let type = types[index], !type.isRange else { return nil }
      let name = rows[index].name
      let shared = known[name] ?? (type, ["Content-Type": name])
      known[name] = shared
      return Offer(index, rows[index], shared.type, shared.headers)
    }
  }
}

extension Call {
  /// The media type that the client likes best of those that a response declares: the one that it gives the most weight,
  /// of equal ones the first that is JSON, else the first. Where it accepts none of them, the same as if it had not said.
  func offer(of response: ResponseRow, _ api: ServedContract) -> Offer? {
    // Most responses have one type: there is nothing to choose.
    if response.content.count == 1, let offer = api.offers[response.content.start] { return offer }
    let indices = response.content.indices.filter { api.mediaTypes[$0] != nil }
    let weights = indices.map { index in api.mediaTypes[index].map { weight(of: $0) } ?? 0 }
    let most = weights.max() ?? 0
    let liked = zip(indices, weights).filter { $0.1 == most }.map(\.0)
    guard let index = liked.first(where: { api.mediaTypes[$0]?.isJSON == true }) ?? liked.first,
      let declared = api.mediaTypes[index]
    else { return nil }
    if let offer = api.offers[index] { return offer }
    let asked = accepted.first { $0.weight > 0 && $0.subtype != "*" && declared.holds($0) }
    let type = asked.map { MediaType(type: $0.type, subtype: $0.subtype) } ?? declared.concrete
    return Offer(index, api.contract.mediaTypes[index], type, ["Content-Type": type.description])
  }

  /// The weight that the client gives a type, in thousandths: that of the closest range that holds it. Of a range that a
  /// contract declares, the most that it gives any type in it.
  func weight(of type: MediaType) -> Int {
    guard !accepted.isEmpty else { return 1000 }
    let closest = accepted.filter { $0.holds(type) }.max { $0.closeness < $1.closeness }
    let within = accepted.filter { type.subtype == "*" && type.holds($0) }.map(\.weight).max() ?? 0
    return max(closest?.weight ?? 0, within)
  }
}
