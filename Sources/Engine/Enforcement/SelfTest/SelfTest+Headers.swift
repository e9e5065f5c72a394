import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SelfTest {
  /// The texts of a header field that keep and break a rule, nil for one that is not there; where the rule is broken, below
  /// the field.
  func headerTexts(
    of row: EnforcementRow,
    _ index: Int
  ) throws(Unsendable) -> (kept: String, broken: String?, pointer: [String]) {
    if case .answerHeaderSchema(_, _, let rule) = row.subject {
      let header = api.headers[index]
      let probe = try probes.probe(of: rule, header.row.schema, .response)
      let kept = try text(of: probe.kept, as: header)
      return (kept, try text(of: probe.broken, as: header), probe.pointer.tokens)
    }
    guard let kept = api.shownHeaders.sample(of: index) else { throw Unsendable("no valid value of it was found") }
    if case .answerHeaderForm = row.subject { return (kept, "{", []) }
    return (kept, nil, [])
  }

  /// A value as the text of a header field.
  ///
  /// - Throws: why it is not read as that value.
  private func text(of value: JSON, as header: ServedParameter) throws(Unsendable) -> String {
    var parts = RequestParts()
    guard ParameterWriter(parameter: header).write(value, to: &parts), let text = parts.headers[header.row.name] else {
      throw Unsendable("the value cannot stand in a header field")
    }
    switch ParameterReader.reading(of: header, SentParameter(text), api.validator) {
    case .value(value): return text
    case .value(let read): throw Unsendable("it cannot be sent: \(read.readBack)")
    case .broken(_, let message): throw Unsendable("it cannot be sent: as text it \(message)")
    case .absent: throw Unsendable("it cannot be sent: as text it is nothing")
    }
  }
}
