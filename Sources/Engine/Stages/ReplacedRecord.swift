import DoubletJSON

/// The record that a replacement finds, as what it is copied from.
enum ReplacedRecord {
  case none
  case text(JSONTape)
  /// It is in the words of the answer that is about to be made: what lies over it is copied along.
  case answered(AnsweredRecord)

  init(_ record: Record?, _ form: AnswerForm?, below base: @autoclosure () -> LinkBase) {
    switch record {
    case nil: self = .none
    case .answered(let record)? where record.isWorded(by: form, below: base()): self = .answered(record)
    case let record?: self = .text(record.tape)
    }
  }

  /// The record alone; nil where it is in the words of an answer.
  var text: JSONTape? { if case .text(let text) = self { text } else { nil } }

  var answered: AnsweredRecord? { if case .answered(let record) = self { record } else { nil } }
}

extension JSONTape {
  /// Lends the value of a member; nil where there is none.
  func withMember<R>(_ name: String, _ body: (JSONCursor) -> R) -> R? {
    withUnsafeCursor { $0.kind == .object ? $0.member(named: name).map(body) : nil }
  }
}
