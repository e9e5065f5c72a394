import DoubletContracts
import DoubletJSON

/// The media type that an answer has.
struct Offer {
  /// Its index in the contract's media types.
  let index: Int
  /// The type, never a range.
  let type: MediaType
  /// As the header field has it: as the document writes it.
  let name: String
}

extension Call {
  /// The media type that the client likes best of those that a response declares: the one that it gives the most weight,
  /// of equal ones the first that is JSON, else the first. Where it accepts none of them, the same as if it had not said.
  func offer(of response: ResponseRow, _ api: ServedContract) -> Offer? {
    // Most responses have one type: there is nothing to choose.
    if response.content.count == 1, let type = api.mediaTypes[response.content.start], !type.isRange {
      let index = response.content.start
      return Offer(index: index, type: type, name: api.contract.mediaTypes[index].name)
    }
    let indices = response.content.indices.filter { api.mediaTypes[$0] != nil }
    let weights = indices.map { index in api.mediaTypes[index].map { weight(of: $0) } ?? 0 }
    let most = weights.max() ?? 0
    let liked = zip(indices, weights).filter { $0.1 == most }.map(\.0)
    guard let index = liked.first(where: { api.mediaTypes[$0]?.isJSON == true }) ?? liked.first,
      let declared = api.mediaTypes[index]
    else { return nil }
    guard declared.isRange else {
      return Offer(index: index, type: declared, name: api.contract.mediaTypes[index].name)
    }
    let asked = accepted.first { $0.weight > 0 && $0.subtype != "*" && declared.holds($0) }
    let type = asked.map { MediaType(type: $0.type, subtype: $0.subtype) } ?? declared.concrete
    return Offer(index: index, type: type, name: type.description)
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
