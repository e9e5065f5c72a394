import DoubletContracts
import DoubletJSON

/// The record that a replacement finds, as a text to copy from.
struct ReplacedRecord {
  /// Nil: there is none.
  let text: JSONTape?
  /// The record, where the text is in the words of the answer that is about to be made: what lies over it is copied along.
  let answered: AnsweredRecord?

  init(_ record: Record?, _ form: AnswerForm?, below base: @autoclosure () -> String) {
    if case .answered(let record) = record, record.isWorded(by: form, below: base()) {
      (text, answered) = (record.text, record)
    } else {
      (text, answered) = (record?.tape, nil)
    }
  }

  /// Whether it has a member.
  func has(_ member: String) -> Bool {
    text?.withUnsafeCursor { $0.kind == .object && $0.member(named: member) != nil } ?? false
  }
}

extension JSONTape {
  /// Writes a member of a record; whether there is one.
  ///
  /// - Parameter overlay: What is laid over it; nil: it is written as it is.
  func copy(
    _ member: String,
    below overlay: Overlay? = nil,
    in context: WordingContext? = nil,
    to writer: inout JSONTapeWriter
  ) -> Bool {
    withUnsafeCursor { record in
      guard record.kind == .object, let value = record.member(named: member) else { return false }
      writer.append(key: member)
      if let overlay, let context {
        writer.append(value, below: overlay, in: context)
      } else {
        writer.append(asWritten: value)
      }
      return true
    }
  }
}
