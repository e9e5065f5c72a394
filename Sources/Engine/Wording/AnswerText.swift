import DoubletContracts
import DoubletJSON
import DoubletValidation

/// The text of an answer that is one record and nothing else, as a resource that is declared words it.
enum AnswerText {
  /// Made for this answer. It is written in one go: no overlay is made, no tree merged, and the tape is there to be judged.
  case made(JSONTape)
  /// The words that the record is kept in.
  case kept(AnsweredRecord, words: [UInt8])

  var bytes: [UInt8] {
    switch self {
    case .made(let tape): tape.bytes
    case .kept(_, let words): words
    }
  }

  var tape: JSONTape {
    switch self {
    case .made(let tape): tape
    case .kept(let record, _): record.tape
    }
  }

  /// The violations of the text, as an answer's body.
  func violations(against schema: Int, _ validator: Validator) -> [Violation] {
    switch self {
    case .made(let tape): Judge.violations(of: tape, against: schema, validator, direction: .response)
    case .kept(let record, _): record.violations(against: schema, validator)
    }
  }
}

extension Deed {
  /// The text of the answer; nil for one that is more or less than a record.
  var answerText: AnswerText? {
    guard answersRecord, let kept = context.kept else { return nil }
    if case .answered(let record) = kept,
      record.isWorded(by: api.answerForms[context.resource], below: context.call.linkBase)
    {
      return .kept(record, words: words ?? record.words)
    }
    let record = kept.tape
    if case .absent = resource.answered { return .made(record) }
    guard let overlay = api.overlays[context.resource] else { return nil }
    let text = JSONTape(
      textCapacity: record.bytes.count + overlay.textLength.bytes(in: context),
      entryCapacity: record.entries.count + overlay.entryCount
    ) { writer in record.withUnsafeCursor { writer.append($0, below: overlay, in: context) } }
    return .made(text)
  }
}
