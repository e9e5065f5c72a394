import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Deed {
  /// The record that a replacement keeps, written in one go: what is kept of the request, and what a write computes; in
  /// the words of its answer where it can be kept so. Nil where it takes a tree to make it: of an inferred resource, of
  /// anything but one JSON object, and where a computed member depends on the others.
  mutating func written(of call: Call, over existing: Record?) -> Record? {
    guard !isInferred, let sent = call.tape, sent.entries[0].kind == .object else { return nil }
    let form = api.answerForms[action.resource]
    let old = ReplacedRecord(existing, form, below: call.linkBase)
    let rows = resource.computed.indices
    guard rows.allSatisfy({ !api.computesFromRecord[$0] || isKept($0, of: old) }) else { return nil }
    // Which rows are written is kept in a mask: where there are more of them than it has bits, a tree is made.
    guard rows.count <= UInt64.bitWidth else { return nil }
    if let form, old.answered != nil || form.canBeTold(over: old.text, api.contract.computed[rows]),
      let record = answered(sent, over: old, in: form)
    {
      return .answered(record)
    }
    let alone = old.answered.map { .text($0.own) } ?? old
    return .text(JSONTape { write(sent, over: alone, in: nil, to: &$0) })
  }

  /// The record in the words of its answer; nil where it has a member that these hide.
  private mutating func answered(_ sent: JSONTape, over old: ReplacedRecord, in form: AnswerForm) -> AnsweredRecord? {
    // The schema that the words before them met is that of the answer again; the first time it is mostly the record's.
    let schema = old.answered?.schemaMet ?? (answersRecord ? resource.schema : -1)
    // Records of one key are much of a size.
    let capacity = old.answered.map { $0.wordCount + 64 } ?? sent.bytes.count + 512
    var progress = Progress()
    var isMet = false
    let words = JSONTapeWriter.text(capacity: capacity) { writer in
      progress = write(sent, over: old, in: form, to: &writer)
      guard schema >= 0, !progress.hidesMember else { return }
      isMet = writer.withUnsafeCursor {
        api.validator.isSurelyValid($0, against: schema, direction: .response, known: progress.known)
      }
    }
    guard !progress.hidesMember else { return nil }
    self.words = words
    return AnsweredRecord(
      words,
      progress.lasting,
      in: form,
      below: context.call.linkBase,
      meeting: isMet ? schema : -1,
      after: old.answered
    )
  }

  /// How far the writing of a record has come.
  private struct Progress {
    /// A bit for each computed member that is there.
    var computed: UInt64 = 0
    /// The lasting values that were written, in order.
    var lasting: [LastingValue] = []
    /// Those members of which only the text was copied: what their schema asks of them was asked before.
    var known = MemberSet()
    /// Whether a member was written that the form hides.
    var hidesMember = false

    /// Appends a member whose value lasts.
    mutating func append(
      _ number: Int,
      as member: String,
      to writer: inout JSONTapeWriter,
      _ write: (inout JSONTapeWriter) -> Void
    ) {
      writer.append(key: member)
      let start = writer.textCount
      write(&writer)
      lasting.append(LastingValue(number, at: start..<writer.textCount))
    }

    /// Appends a member with its lasting value from an earlier state of the record; whether that has it.
    mutating func copy(
      _ number: Int,
      of old: AnsweredRecord?,
      as member: String,
      to writer: inout JSONTapeWriter
    ) -> Bool {
      let copied: Void? = old?.withValue(number) { value in
        append(number, as: member, to: &writer) { $0.append(text: value) }
        known.insert(writer.childCount - 1)
      }
      return copied != nil
    }
  }

  /// Writes a record, in the words of its answer where a form is given.
  @discardableResult
  private func write(
    _ sent: JSONTape,
    over old: ReplacedRecord,
    in form: AnswerForm?,
    to writer: inout JSONTapeWriter
  ) -> Progress {
    let rows = resource.computed.indices
    let shape = api.memory.shape(of: resource.schema)
    let places = api.computedPlaces[action.resource]
    var progress = Progress()
    if let form { progress.lasting.reserveCapacity(form.mostLastingValues) }
    writer.open(.object)
    sent.withUnsafeCursor { sent in
      shape.write(sent, nullsOmitted: resource.nullsOmitted, to: &writer) { place, writer in
        guard let row = computed(at: place, places) else {
          if let form, case .unnamed(let name) = place, form.overlay.place(of: name) != nil {
            progress.hidesMember = true
          }
          return false
        }
        append(computed: row, over: old, in: form, to: &writer, &progress)
        return true
      }
    }
    for row in rows where progress.computed & 1 << UInt64(row - rows.lowerBound) == 0 {
      append(computed: row, over: old, in: form, to: &writer, &progress)
    }
    for added in form?.added ?? [] {
      if progress.copy(added.number, of: old.answered, as: added.name, to: &writer) { continue }
      progress.append(added.number, as: added.name, to: &writer) { $0.append(added.form, in: context) }
    }
    writer.close()
    return progress
  }

  /// The computed member of a place.
  private func computed(at place: Shape.Place, _ places: [Int]) -> Int? {
    switch place {
    case .named(let place): places.isEmpty || places[place] < 0 ? nil : places[place]
    case .unnamed(let name): resource.computed.indices.first { api.contract.computed[$0].member == name }
    }
  }

  /// Whether a computed member stays as the record has it.
  private func isKept(_ row: Int, of old: ReplacedRecord) -> Bool {
    guard api.contract.computed[row].isOnCreateOnly else { return false }
    return switch old {
    case .none: false
    case .text(let text): text.withMember(api.contract.computed[row].member) { _ in true } ?? false
    case .answered(let record): record.hasValue(row - resource.computed.indices.lowerBound)
    }
  }

  /// Appends a computed member: as the record has had it, where only its creation computes it.
  private func append(
    computed row: Int,
    over old: ReplacedRecord,
    in form: AnswerForm?,
    to writer: inout JSONTapeWriter,
    _ progress: inout Progress
  ) {
    let place = row - resource.computed.indices.lowerBound
    progress.computed |= 1 << UInt64(place)
    let computed = api.contract.computed[row]
    guard computed.isOnCreateOnly else {
      guard let value = computed.value.filled(in: context) else { return }
      writer.append(key: computed.member)
      return writer.append(value)
    }
    if progress.copy(place, of: old.answered, as: computed.member, to: &writer) { return }
    let copied: Void? = old.text?.withMember(computed.member) { value in
      progress.append(place, as: computed.member, to: &writer) { writer in
        guard let below = form?.overlay(belowComputed: place) else { return writer.append(asWritten: value) }
        writer.append(value, below: below, in: context)
      }
    }
    guard copied == nil, let value = computed.value.filled(in: context) else { return }
    progress.append(place, as: computed.member, to: &writer) { $0.append(value) }
  }
}
