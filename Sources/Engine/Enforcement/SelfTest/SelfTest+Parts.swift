import DoubletContracts
import DoubletJSON
import DoubletValidation

extension SelfTest {
  /// The pair of requests that proves a rule of the parts of a form.
  func partTrial(of row: EnforcementRow, _ base: Attempt) throws(Unsendable) -> Trial {
    guard case .part(let number, let encoding, let rule) = row.subject,
      base.draft.operation.contents.indices.contains(number)
    else { throw Unsendable("it is no rule of a part") }
    let content = base.draft.operation.contents[number]
    let name = api.contract.encodings[content.row.encodings.indices][content.row.encodings.start + encoding].name
    guard let value = maker.bodySample(number, of: base.draft.operation), value[name] != nil else {
      throw Unsendable("no valid body with '\(name)' was found")
    }
    let (kept, broken) = try partWriters(of: rule, name, content)
    var keeping = base
    keeping.draft.body = try body(value, kept, content)
    guard case .bytes(let bytes, let type) = keeping.draft.body, let type = MediaType(type),
      let reading = try? BodyReader.read(bytes, of: type, content, api), reading.violations.isEmpty
    else { throw Unsendable("no valid body with such a part was found") }
    let keyword = rule == .mediaType ? "mediaType" : "header"
    let breaking = try body(value, broken, content)
    return changed(keeping, ExpectedProblem(.invalid, "body.\(keyword)", at: ["body", name])) { $0.body = breaking }
  }

  /// What writes the parts so that they keep a rule, and so that they break it.
  private func partWriters(
    of rule: PartRule,
    _ name: String,
    _ content: ServedContent
  ) throws(Unsendable) -> (kept: PartWriter, broken: PartWriter) {
    var kept = PartWriter(shown: api.shownHeaders)
    var broken = kept
    switch rule {
    case .mediaType:
      kept.types[name] = content.fields?.field(name)?.types.first?.concrete.description
      broken.types[name] = "application/x-doublet-self-test"
    case .header(let index), .headerForm(let index):
      guard let text = api.shownHeaders.sample(of: index) else { throw Unsendable("no valid value of it was found") }
      kept.texts[index] = text
      broken.texts[index] = .some(rule == .header(index) ? nil : "{")
    case .headerSchema(let index, let rule):
      let header = api.headers[index]
      let probe = try probes.probe(of: rule, header.row.schema, .request)
      do throws(Unsendable) {
        kept.texts[index] = try text(of: probe.kept, as: header)
        broken.texts[index] = try text(of: probe.broken, as: header)
      } catch {
        let certainty = rule.keyword == "type" ? header.certainty(ofTypeAt: probe.pointer.tokens) : nil
        throw certainty.map { Unsendable($0, isCertain: true) } ?? error
      }
    }
    return (kept, broken)
  }

  private func body(
    _ value: JSON,
    _ parts: PartWriter,
    _ content: ServedContent
  ) throws(Unsendable) -> RequestDraft.Body {
    let writer = BodyWriter(row: content.row, fields: content.fields, parts: parts)
    guard let bytes = writer.bytes(of: value) else { throw Unsendable("it cannot be written as \(content.row.name)") }
    return .bytes(bytes, contentType: writer.contentType)
  }
}
