import NIOCore
import NIOHTTP1

/// The least that a server with sandboxes, state and journals can do: of each sandbox it keeps an answer for each path that
/// is put, gives it back, and holds on to what it was asked and what it said, of all of them the last 64 MiB. It reads no
/// credentials, validates nothing and makes no words: what it costs to hold more is what memory costs.
final class BareStore {
  /// One sandbox: it shares nothing with others.
  private final class World {
    var kept: [String: ByteBuffer] = [:]
    var journal = CircularBuffer<Exchange>()
  }

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

  private var worlds: [String: World] = [:]
  /// Of all journals.
  private var weight = 0

  /// The body of the answer; of a PUT, memory of its own, as what is made of a request has.
  fileprivate func answer(_ head: HTTPRequestHead, _ body: ByteBuffer?, among answers: (get: Recorded, put: Recorded))
    -> ByteBuffer
  {
    let world = world(of: head.uri)
    if head.method == .PUT { world.kept[head.uri] = ByteBuffer(bytes: answers.put.body.readableBytesView) }
    let exchange = Exchange(head: head, body: body, answer: world.kept[head.uri] ?? answers.get.body)
    world.journal.append(exchange)
    weight += exchange.weight
    while weight > 64 << 20, let oldest = world.journal.popFirst() { weight -= oldest.weight }
    return exchange.answer
  }

  /// The sandbox that a path begins with; all others are one.
  private func world(of path: String) -> World {
    let isPrefixed = path.utf8.starts(with: "/~".utf8)
    let name = isPrefixed ? String(Substring(path.utf8.dropFirst(2).prefix { $0 != UInt8(ascii: "/") })) : ""
    if let world = worlds[name] { return world }
    let world = World()
    worlds[name] = world
    return world
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
