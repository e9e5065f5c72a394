import NIOCore
import NIOHTTP1

/// The least that a server with a state and a journal can do: it keeps an answer for each path that is put, gives it back,
/// and holds on to the last 64 MiB of what it was asked and what it said. It reads no credentials, validates nothing and
/// makes no words: what it costs to hold more is what memory costs.
final class BareStore {
  private struct Exchange {
    let head: HTTPRequestHead
    let body: ByteBuffer?
    let answer: ByteBuffer

    /// About what Doublet's journal counts.
    var weight: Int {
      let fields = head.headers.reduce(0) { $0 + 2 + $1.name.utf8.count + $1.value.utf8.count }
      return (body?.readableBytes ?? 0) + answer.readableBytes + head.uri.utf8.count + 256 + fields
    }
  }

  private var kept: [String: ByteBuffer] = [:]
  private var journal = CircularBuffer<Exchange>()
  private var weight = 0

  /// The body of the answer; of a PUT, memory of its own, as what is made of a request has.
  fileprivate func answer(_ head: HTTPRequestHead, _ body: ByteBuffer?, among answers: (get: Recorded, put: Recorded))
    -> ByteBuffer
  {
    if head.method == .PUT { kept[head.uri] = ByteBuffer(bytes: answers.put.body.readableBytesView) }
    let exchange = Exchange(head: head, body: body, answer: kept[head.uri] ?? answers.get.body)
    journal.append(exchange)
    weight += exchange.weight
    while weight > 64 << 20, let oldest = journal.popFirst() { weight -= oldest.weight }
    return exchange.answer
  }
}

/// Serves a store. All connections are on one thread, and so is the store.
final class BareStoreHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let answers: (get: Recorded, put: Recorded)
  private let store: BareStore
  private var head: HTTPRequestHead?
  private var body: ByteBuffer?

  init(_ answers: (get: Recorded, put: Recorded), _ store: BareStore) { (self.answers, self.store) = (answers, store) }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch Self.unwrapInboundIn(data) {
    case .head(let head): (self.head, body) = (head, nil)
    case .body(var more): if body?.writeBuffer(&more) == nil { body = more }
    case .end:
      guard let head else { return }
      let like = head.method == .PUT ? answers.put : answers.get
      write(store.answer(head, body, among: answers), like: like, to: context)
    }
  }
}
