import DoubletJSON
import DoubletValidation
import Synchronization

/// A record in the words of its answers: its text, with what its resource lays over it. They stand until the record is
/// written again, and what a write leaves alone of them is copied, and not judged again.
final class AnsweredRecord: Sendable {
  let text: JSONTape
  /// What lies over the record in it.
  let form: AnswerForm
  /// The base of the links in it.
  let base: String
  /// The members that were copied from another answer, and the schema that this one met; -1: none.
  private let copied: (members: MemberSet, schema: Int)
  private let schemaMet = Atomic<Int>(-1)

  /// A record that was written.
  ///
  /// - Parameter copied: The members of the text that stood in an earlier answer of the record, `old`.
  init(text: JSONTape, form: AnswerForm, base: String, copied: MemberSet, of old: AnsweredRecord?) {
    (self.text, self.form, self.base) = (text, form, base)
    self.copied = (copied, old?.schemaMet.load(ordering: .relaxed) ?? -1)
  }

  /// Whether an answer with that form and base has the same words.
  func isWorded(by form: AnswerForm?, below base: @autoclosure () -> String) -> Bool {
    self.form === form && self.base == base()
  }

  /// The violations of the words, as an answer's body. What was found valid once is not judged again.
  func violations(against schema: Int, _ validator: Validator) -> [Violation] {
    guard schemaMet.load(ordering: .relaxed) != schema else { return [] }
    let known = copied.schema == schema ? copied.members : MemberSet()
    let violations = Judge.violations(of: text, against: schema, validator, direction: .response, known: known)
    if violations.isEmpty { schemaMet.store(schema, ordering: .relaxed) }
    return violations
  }

  /// The text of the record alone.
  var own: JSONTape { JSONTape { writer in text.withUnsafeCursor { form.writeRecord(in: $0, to: &writer) } } }

  /// The value of a member of the record alone; nil where there is none.
  func member(_ name: String) -> JSON? {
    // A member that is not the form's is the same with and without it.
    let text = form.overlay.place(of: name) == nil ? text : own
    return text.withUnsafeCursor { $0.kind == .object ? $0.member(named: name)?.tree : nil }
  }
}
