import DoubletContracts
import DoubletJSON
import DoubletValidation

extension Deed {
  /// The text of the record that a replacement keeps, written in one go: what is kept of the request, and what a write
  /// computes. Nil where it takes a tree to make it: of an inferred resource, of anything but one JSON object, and where
  /// a computed member depends on the others.
  func text(of call: Call, over existing: Record?) -> JSONTape? {
    guard action.inferred == nil, let sent = call.tape, sent.entries[0].kind == .object else { return nil }
    let old = existing?.tape
    let rows = resource.computed.indices
    guard rows.allSatisfy({ !api.computesFromRecord[$0] || isKept($0, of: old) }) else { return nil }
    // Which rows are written is kept in a mask: where there are more of them than it has bits, a tree is made.
    guard rows.count <= UInt64.bitWidth else { return nil }
    let shape = api.memory.shape(of: resource.schema)
    let nullsOmitted = resource.nullsOmitted
    let places = api.computedPlaces[action.resource]
    return JSONTape { writer in
      var written: UInt64 = 0
      writer.open(.object)
      sent.withUnsafeCursor { sent in
        shape.write(sent, nullsOmitted: nullsOmitted, to: &writer) { place, writer in
          guard let row = computed(at: place, places) else { return false }
          append(computed: row, over: old, to: &writer)
          written |= 1 << UInt64(row - rows.lowerBound)
          return true
        }
      }
      for row in rows where written & 1 << UInt64(row - rows.lowerBound) == 0 {
        append(computed: row, over: old, to: &writer)
      }
      writer.close()
    }
  }

  /// The computed member of a place.
  private func computed(at place: Shape.Place, _ places: [Int]) -> Int? {
    switch place {
    case .named(let place): places.isEmpty || places[place] < 0 ? nil : places[place]
    case .unnamed(let name): resource.computed.indices.first { api.contract.computed[$0].member == name }
    }
  }

  /// Whether a computed member stays as the record has it.
  private func isKept(_ row: Int, of old: JSONTape?) -> Bool {
    guard api.contract.computed[row].isOnCreateOnly, let old else { return false }
    return old.withUnsafeCursor { $0.kind == .object && $0.member(named: api.contract.computed[row].member) != nil }
  }

  /// Appends a computed member: as the record has had it, where only its creation computes it.
  private func append(computed row: Int, over old: JSONTape?, to writer: inout JSONTapeWriter) {
    let member = api.contract.computed[row].member
    if api.contract.computed[row].isOnCreateOnly, let old, old.copy(member, to: &writer) { return }
    guard let value = api.contract.computed[row].value.filled(in: context) else { return }
    writer.append(key: member)
    writer.append(value)
  }
}

extension JSONTape {
  /// Writes a member of a record as it is; whether there is one.
  fileprivate func copy(_ member: String, to writer: inout JSONTapeWriter) -> Bool {
    withUnsafeCursor { record in
      guard record.kind == .object, let value = record.member(named: member) else { return false }
      writer.append(key: member)
      writer.append(asWritten: value)
      return true
    }
  }
}
