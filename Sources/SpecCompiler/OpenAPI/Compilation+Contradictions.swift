import DoubletContracts
import DoubletValidation

extension Compilation {
  /// Tells of bodies whose schema no value can meet.
  ///
  /// - **Answers** are made by, and held against, what of the schema a value can meet together: of rules for one place that
  ///   exclude each other the later stand. Each part that is left out is a rule that nothing enforces. Where nothing is
  ///   left, a success is a 501 that says so, a problem reads as RFC 9457 has it, and both are violations.
  /// - **Requests** are refused, as the document says.
  ///
  /// Of media types whose bodies nobody judges nothing is told.
  func settleContradictions() {
    contract.schemas = schemas.tables
    let answers = MeetableSchemas(schemas.tables, direction: .response)
    for (index, operation) in contract.operations.enumerated() {
      for response in contract.responses[operation.responses.indices] {
        for place in response.content.indices {
          let row = contract.mediaTypes[place]
          guard row.schema >= 0, let settled = answers.settled(row.schema) else { continue }
          if contract.judges(row, of: response) {
            unenforced.within("response \(response.name) \(row.name)", operation: index) {
              tell(settled, at: schemas.tables.schemas[row.schema].position)
            }
          }
          if settled.schema >= 0 { contract.mediaTypes[place].schema = settled.schema }
        }
      }
    }
    tellOfRequests()
    schemas.tables = answers.tables
  }

  private func tell(_ settled: MeetableSchemas.Settled, at position: SourcePosition) {
    guard settled.schema >= 0 else {
      diagnostics.warning("\(settled.contradiction), so every answer breaks it; correct one of the rules", at: position)
      return
    }
    diagnostics.warning("\(settled.contradiction), so the later rules stand; correct one of them", at: position)
    for part in settled.dropped {
      let reason = "\(settled.contradiction), so answers are held against the later rules"
      unenforced.note(part.rule, of: part.location, because: reason, at: part.position)
    }
  }

  private func tellOfRequests() {
    let requests = Contradictions(schemas.tables, direction: .request)
    for operation in contract.operations where operation.body >= 0 {
      for row in contract.mediaTypes[contract.bodies[operation.body].content.indices] {
        guard let kind = ContentKind(mediaType: row.name), contract.judges(row, as: kind) else { continue }
        guard let contradiction = requests.contradiction(of: [row.schema]) else { continue }
        let position = schemas.tables.schemas[row.schema].position
        diagnostics.warning("\(contradiction), so every body is refused; correct one of the rules", at: position)
      }
    }
  }
}
