import DoubletContracts
import DoubletJSON

extension Deed {
  /// The text of an answer that is one record and nothing else, as a resource that is declared words it, and the record
  /// where it is kept in these words; nil for every other answer. It is written in one go: no overlay is made, no tree
  /// merged, and the tape is there to be judged.
  var answerText: (text: JSONTape, record: AnsweredRecord?)? {
    guard answersRecord, let kept = context.kept else { return nil }
    if case .answered(let record) = kept,
      record.isWorded(by: api.answerForms[context.resource], below: context.call.base)
    {
      return (record.text, record)
    }
    let record = kept.tape
    if case .absent = resource.answered { return (record, nil) }
    guard let overlay = api.overlays[context.resource] else { return nil }
    let text = JSONTape(
      textCapacity: record.bytes.count + overlay.textLength.bytes(in: context),
      entryCapacity: record.entries.count + overlay.entryCount
    ) { writer in record.withUnsafeCursor { writer.append($0, below: overlay, in: context) } }
    return (text, nil)
  }
}
