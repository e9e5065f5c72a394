import DoubletContracts
import DoubletJSON

extension Deed {
  /// The text of an answer that is one record and nothing else, as a resource that is declared words it; nil for every
  /// other answer. It is written in one go: no overlay is made, no tree merged, and the tape is there to be judged.
  var answerText: JSONTape? {
    guard action.inferred == nil, action.kind != .list, action.select == nil, case .absent = action.answer,
      context.resource >= 0, let record = context.kept?.tape
    else { return nil }
    if case .absent = resource.answered { return record }
    guard let overlay = api.overlays[context.resource] else { return nil }
    return JSONTape(
      textCapacity: record.bytes.count + overlay.textLength.bytes(in: context),
      entryCapacity: record.entries.count + overlay.entryCount
    ) { writer in record.withUnsafeCursor { writer.append($0, below: overlay, in: context) } }
  }
}
