import DoubletContracts
import DoubletJSON

/// How a document words a kind of problem: what of it is said, and so can be merged.
struct Wording {
  /// The status, where it is given.
  var status: Int?
  /// The media type, where it is given.
  var mediaType: String?
  /// The body's template, as JSON.
  var body: JSON?
  /// The header fields in order.
  var headers: [HeaderRow] = []
  /// Where it stands.
  var position: SourcePosition

  /// This wording with what `other` says in place of its own: objects member by member, all else whole.
  func merged(with other: Wording) -> Wording {
    var merged = self
    merged.status = other.status ?? status
    merged.mediaType = other.mediaType ?? mediaType
    merged.position = other.position
    if let theirs = other.body { merged.body = body.map { $0.merged(with: theirs) } ?? theirs }
    for header in other.headers {
      let index = merged.headers.firstIndex { $0.name.lowercased() == header.name.lowercased() }
      if let index { merged.headers[index] = header } else { merged.headers.append(header) }
    }
    return merged
  }
}
