internal import NIOCore

/// Memory for the answers of one event loop, used again when the socket has taken it: an answer is soon gone, and memory
/// of its size is dear to ask for. The answers of a slow client keep theirs, and others get new memory.
final class AnswerBuffers {
  /// As many answers as leave together most of the time.
  private static let most = 64
  /// Longer answers are seldom; memory for them is not held on to.
  private static let longest = 1 << 14

  private let allocator: ByteBufferAllocator
  private var buffers: [ByteBuffer] = []
  private var last = -1

  init(_ allocator: ByteBufferAllocator) { self.allocator = allocator }

  /// A buffer with room for so many bytes, filled.
  func buffer(capacity: Int, filling fill: (inout ByteBuffer) -> Void) -> ByteBuffer {
    guard capacity <= Self.longest else {
      var buffer = allocator.buffer(capacity: capacity)
      fill(&buffer)
      return buffer
    }
    last = (last + 1) % Self.most
    if last == buffers.count { buffers.append(allocator.buffer(capacity: capacity)) }
    // Clearing one that somebody still holds makes new memory for it.
    buffers[last].clear(minimumCapacity: capacity)
    fill(&buffers[last])
    return buffers[last]
  }
}
