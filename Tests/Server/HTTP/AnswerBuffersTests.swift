import NIOCore
import Testing

@testable import DoubletServer

struct AnswerBuffersTests {
  @Test func `a buffer that somebody still holds is not written into again`() {
    let buffers = AnswerBuffers(ByteBufferAllocator())
    var held: [ByteBuffer] = []
    for number in 0..<200 {
      held.append(buffers.buffer(capacity: 64) { $0.writeString("answer \(number)") })
    }
    #expect(held.map { String(buffer: $0) } == (0..<200).map { "answer \($0)" })
  }

  @Test func `an answer of any length is written whole`() {
    let buffers = AnswerBuffers(ByteBufferAllocator())
    for length in [0, 1, 600, 16_384, 16_385, 1_000_000, 3] {
      let buffer = buffers.buffer(capacity: length) { $0.writeRepeatingByte(0x61, count: length) }
      #expect(buffer.readableBytes == length)
    }
  }
}
