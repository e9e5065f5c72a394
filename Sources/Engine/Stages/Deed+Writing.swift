import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Deed {
  /// The record that a replacement keeps, written in one go: what is kept of the request, and what a write computes; in
  /// the words of its answer where it can be kept so. Nil where it takes a tree to make it: of an inferred resource, of
  /// anything but one JSON object, and where a computed member depends on the others.
  func written(of call: Call, over existing: Record?) -> Record? {
    guard !isInferred, let sent = call.tape, sent.entries[0].kind == .object else { return nil }
    let form = api.answerForms[action.resource]
    let old = ReplacedRecord(existing, form, below: call.base)
    let rows = resource.computed.indices
    guard rows.allSatisfy({ !api.computesFromRecord[$0] || isKept($0, of: old) }) else { return nil }
    // Which rows are written is kept in a mask: where there are more of them than it has bits, a tree is made.
    guard rows.count <= UInt64.bitWidth else { return nil }
    if let form, old.answered != nil || form.canBeTold(over: old.text, api.contract.computed[rows]),
      let record = answered(sent, over: old, in: form, below: call.base)
    {
      return .answered(record)
    }
    let alone = old.answered == nil ? old : ReplacedRecord(existing, nil, below: call.base)
    return .text(JSONTape { write(sent, over: alone, in: nil, to: &$0) })
  }

  /// The record in the words of its answer; nil where it has a member that these hide.
  private func answered(
    _ sent: JSONTape,
    over old: ReplacedRecord,
    in form: AnswerForm,
    below base: String
  ) -> AnsweredRecord? {
    var progress = Progress()
    // Records of one key are much of a size.
    let text = JSONTape(
      textCapacity: old.text.map { $0.bytes.count + 64 } ?? sent.bytes.count + 512,
      entryCapacity: old.text.map { $0.entries.count + 8 } ?? sent.entries.count + 32
    ) { progress = write(sent, over: old, in: form, to: &$0) }
    guard !progress.hidesMember else { return nil }
    return AnsweredRecord(text: text, form: form, base: base, copied: progress.copied, of: old.answered)
  }

  /// How far the writing of a record has come.
  private struct Progress {
    /// A bit for each computed member that is there.
    var computed: UInt64 = 0
    /// Members that are copied from the earlier answer.
    var copied = MemberSet()
    /// Whether a member was written that the form hides.
    var hidesMember = false
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
    let added = writer.childCount
    form?.append(as: old.answered?.text, in: context, to: &writer)
    if old.answered != nil {
      for position in added..<writer.childCount { progress.copied.insert(position) }
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
    api.contract.computed[row].isOnCreateOnly && old.has(api.contract.computed[row].member)
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
    let member = api.contract.computed[row].member
    if api.contract.computed[row].isOnCreateOnly {
      let below = old.answered == nil ? form?.overlay(belowComputed: place) : nil
      if old.text?.copy(member, below: below, in: context, to: &writer) == true {
        if old.answered != nil { progress.copied.insert(writer.childCount - 1) }
        return
      }
    }
    guard let value = api.contract.computed[row].value.filled(in: context) else { return }
    writer.append(key: member)
    writer.append(value)
  }
}
