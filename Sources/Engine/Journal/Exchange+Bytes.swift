import DoubletContracts

/// An exchange as bytes of its journal. What follows from something else in it is not written.
extension Exchange {
  private struct Head: BitwiseCopyable {
    var receivedAt: Int
    var status: Int
    var delayMilliseconds: Int
    var attachment: Int32
    /// Where in the page the same answer stands; -1: it stands here.
    var answer: Int32
    var effect: Effect.Kind?
    var isUndocumented: Bool
  }

  /// What is not written as bytes.
  var attachment: ExchangeAttachment? {
    let most = ExchangeAttachment.mostCopiedBytes
    let (isLongAsked, isLongSaid) = (request.body.count > most, answer.body.count > most)
    guard isLongAsked || isLongSaid || !violations.isEmpty || !warnings.isEmpty else { return nil }
    return ExchangeAttachment(
      violations: violations,
      warnings: warnings,
      requestBody: isLongAsked ? request.body : nil,
      answerBody: isLongSaid ? answer.body : nil
    )
  }

  /// Writes everything but the attachment, which is the `number`th of the page, and but for the answer's header fields
  /// and body where these stand in the page already. Where in what was written they stand.
  func write(
    to writer: inout JournalWriter,
    _ attachment: ExchangeAttachment?,
    at number: Int,
    answerAt place: Int? = nil
  ) -> Int {
    writer.append(
      Head(
        receivedAt: receivedAt.nanoseconds,
        status: answer.status,
        delayMilliseconds: delivery.delayMilliseconds,
        attachment: attachment == nil ? -1 : Int32(number),
        answer: Int32(place ?? -1),
        effect: change?.kind,
        isUndocumented: isUndocumented
      )
    )
    writer.append(request.method)
    writer.append(request.target)
    writer.append(request.headers)
    writer.append(attachment?.requestBody == nil ? request.body : [])
    let start = writer.count
    if place == nil {
      writer.append(answer.headers)
      writer.append(attachment?.answerBody == nil ? answer.body : [])
    }
    writer.append(optional: api)
    writer.append(optional: operation)
    writer.append(optional: problem?.rawValue)
    writer.append(optional: detail)
    writer.append(optional: fault)
    if let change {
      writer.append(change.resource)
      writer.append(change.key)
    }
    return start
  }

  /// The exchange of a number that was written to a page which begins at `page`. The answer that was read last in the
  /// page is read once for all that refer to it.
  init(
    _ sequence: Int,
    of sandbox: String,
    from reader: inout JournalReader,
    in page: UnsafeRawPointer,
    after last: inout ReadAnswer?,
    attachment: (Int) -> ExchangeAttachment
  ) {
    let head: Head = reader.value()
    let attachment = head.attachment < 0 ? nil : attachment(Int(head.attachment))
    var request = Request(reader.text(), reader.text(), headers: reader.headers(), body: reader.bytes())
    if let body = attachment?.requestBody { request.body = body }
    self.init(
      sequence: sequence,
      sandbox: sandbox,
      receivedAt: Instant(nanoseconds: head.receivedAt),
      request: request,
      target: Target(request.target)
    )
    if head.answer >= 0, let last, last.page == page, last.place == head.answer {
      answer = last.answer
    } else {
      let place = head.answer < 0 ? reader.place(in: page) : Int(head.answer)
      var other = JournalReader(page + place)
      answer = other.answer(status: head.status)
      if head.answer < 0 { reader = other }
      last = ReadAnswer(page: page, place: place, answer: answer)
    }
    if let body = attachment?.answerBody { answer.body = body }
    delivery = Delivery(delayMilliseconds: head.delayMilliseconds)
    (api, operation) = (reader.optionalText(), reader.optionalText())
    problem = reader.optionalText().flatMap { ProblemKind(rawValue: $0) }
    (detail, fault) = (reader.optionalText(), reader.optionalText())
    if let kind = head.effect { change = Effect(kind: kind, resource: reader.text(), key: reader.text()) }
    isUndocumented = head.isUndocumented
    if let attachment { (violations, warnings) = (attachment.violations, attachment.warnings) }
  }
}
