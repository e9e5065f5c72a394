import DoubletJSON
import DoubletValidation
import Synchronization

/// A record in the words of its answers: its text, with what its resource lays over it. They stand until the record is
/// written again.
///
/// It is kept in two parts. The values that no write changes are handed on from one state of the record to the next, and
/// are not judged again; what a write makes is mostly short. So a write of a record that nobody has asked for in a long
/// time reads little memory, and takes little.
final class AnsweredRecord: Sendable {
  private let form: AnswerForm
  /// The base of the links in the words.
  private let base: LinkBase
  /// Where the lasting values stand in the words, in their order.
  private let values: [LastingValue]
  /// The lasting values, one behind the other.
  private let lasting: [UInt8]
  /// The words but for the lasting values.
  private let changing: [UInt8]
  private let schema: Atomic<Int>
  private let told = Atomic(false)

  /// A record that was written.
  ///
  /// - Parameters:
  ///   - values: Where the lasting values stand in the words, in their order.
  ///   - schema: One that the words meet; -1: none is known.
  ///   - old: The state of the record whose lasting values were copied.
  init(
    _ words: [UInt8],
    _ values: [LastingValue],
    in form: AnswerForm,
    below base: LinkBase,
    meeting schema: Int,
    after old: AnsweredRecord?
  ) {
    (self.form, self.base, self.values) = (form, base, values)
    self.schema = Atomic(schema)
    if let old, old.values.elementsEqual(values, by: { $0.number == $1.number }) {
      lasting = old.lasting
    } else {
      lasting = values.reduce(into: []) { $0 += words[$1.place] }
    }
    var changing: [UInt8] = []
    changing.reserveCapacity(words.count - lasting.count)
    var reached = 0
    for value in values {
      changing += words[reached..<value.place.lowerBound]
      reached = value.place.upperBound
    }
    changing += words[reached...]
    self.changing = changing
  }

  /// The text, which is JSON.
  var words: [UInt8] {
    var words: [UInt8] = []
    words.reserveCapacity(wordCount)
    var (changed, lasted) = (changing[...], lasting[...])
    for value in values {
      let length = value.place.lowerBound - words.count
      words += changed.prefix(length)
      words += lasted.prefix(value.place.count)
      (changed, lasted) = (changed.dropFirst(length), lasted.dropFirst(value.place.count))
    }
    words += changed
    return words
  }

  /// How many bytes the words have.
  var wordCount: Int { changing.count + lasting.count }

  /// The words as a tape.
  var tape: JSONTape {
    do {
      return try JSONTape(parsing: words, maximumDepth: .max)
    } catch {
      preconditionFailure("the words of a record are JSON: \(error)")
    }
  }

  /// Whether an answer with that form and base has the same words.
  func isWorded(by form: AnswerForm?, below base: @autoclosure () -> LinkBase) -> Bool {
    self.form === form && self.base == base()
  }

  /// Whether it has the lasting value of a number.
  func hasValue(_ number: Int) -> Bool { values.contains { $0.number == number } }

  /// Lends the text of the lasting value of a number; nil where it has none.
  func withValue<R>(_ number: Int, _ body: (UnsafeBufferPointer<UInt8>) -> R) -> R? {
    var start = 0
    for value in values {
      let end = start + value.place.count
      if value.number == number { return lasting.withUnsafeBufferPointer { body(.init(rebasing: $0[start..<end])) } }
      start = end
    }
    return nil
  }

  /// A schema that the words meet; -1: none is known.
  var schemaMet: Int { schema.load(ordering: .relaxed) }

  /// The violations of the words, as an answer's body. What was found valid once is not judged again.
  func violations(against schema: Int, _ validator: Validator) -> [Violation] {
    guard schemaMet != schema else { return [] }
    let violations = Judge.violations(of: tape, against: schema, validator, direction: .response)
    if violations.isEmpty { self.schema.store(schema, ordering: .relaxed) }
    return violations
  }

  /// Whether an answer that tells it was remembered, in any of the sandboxes that have it.
  var isTold: Bool { told.load(ordering: .relaxed) }

  /// Notes that an answer which tells it is remembered. A sandbox asks for what it noted itself, behind its own lock.
  func noteTold() { told.store(true, ordering: .relaxed) }

  /// The text of the record alone.
  var own: JSONTape { JSONTape { writer in tape.withUnsafeCursor { form.writeRecord(in: $0, to: &writer) } } }

  /// The value of a member of the record alone; nil where there is none.
  func member(_ name: String) -> JSON? {
    // A member that is not the form's is the same with and without it.
    let text = form.overlay.place(of: name) == nil ? tape : own
    return text.withUnsafeCursor { $0.kind == .object ? $0.member(named: name)?.tree : nil }
  }
}
