import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SelfTest {
  /// The texts of a header field that keep and break a rule, nil for one that is not there; keyword and place, below the
  /// field, of the violation that tells.
  func headerTexts(
    of row: EnforcementRow,
    _ index: Int
  ) throws(Unsendable) -> (kept: String, broken: String?, keyword: String, pointer: [String]) {
    if case .answerHeaderSchema(_, _, let rule) = row.subject {
      let header = api.headers[index]
      let probe = try probes.probe(of: rule, header.row.schema, .response)
      do throws(Unsendable) {
        let texts = (try text(of: probe.kept, as: header), try text(of: probe.broken, as: header))
        return (texts.0, texts.1, probe.telling.keyword, probe.telling.pointer.tokens)
      } catch {
        let certainty = rule.keyword == "type" ? header.certainty(ofTypeAt: probe.pointer.tokens) : nil
        throw certainty.map { Unsendable($0, isCertain: true) } ?? error
      }
    }
    guard let kept = api.shownHeaders.sample(of: index) else { throw Unsendable("no valid value of it was found") }
    if case .answerHeaderForm = row.subject { return (kept, "{", row.rule, []) }
    return (kept, nil, row.rule, [])
  }

  /// A value as the text of a header field.
  ///
  /// - Throws: why it is not read as that value.
  func text(of value: JSON, as header: ServedParameter) throws(Unsendable) -> String {
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
