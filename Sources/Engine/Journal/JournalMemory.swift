import Synchronization

/// The memory of pages that the journals of a fake have lost, for those that they begin next.
///
/// An allocator would cut what it is given back into pieces for what is small and stays longer: memory that nobody has
/// looked at for as long as a page is held would be handed to each request.
final class JournalMemory: Sendable {
  private struct Page: Sendable {
    nonisolated(unsafe) let memory: UnsafeMutableRawPointer
  }

  private struct Kept {
    /// By the power of two that their bytes are.
    var pages: [[Page]] = Array(repeating: [], count: Int.bitWidth)
    var byteCount = 0
  }

  /// Bytes that are kept at most; what is beyond is given back.
  private static let mostBytes = 1 << 20

  private let kept = Mutex(Kept())

  /// Memory of so many bytes.
  func take(_ byteCount: Int) -> UnsafeMutableRawPointer {
    let page = kept.withLock { kept -> Page? in
      guard byteCount.nonzeroBitCount == 1, let page = kept.pages[byteCount.trailingZeroBitCount].popLast() else {
        return nil
      }
      kept.byteCount -= byteCount
      return page
    }
    return page?.memory ?? .allocate(byteCount: byteCount, alignment: 8)
  }

  /// Takes memory of so many bytes back.
  func give(_ memory: UnsafeMutableRawPointer, _ byteCount: Int) {
    let page = Page(memory: memory)
    let isKept = kept.withLock { kept in
      // Others are those of one long exchange, or were closed: the next page has another size.
      guard byteCount.nonzeroBitCount == 1, kept.byteCount + byteCount <= Self.mostBytes else { return false }
      kept.pages[byteCount.trailingZeroBitCount].append(page)
      kept.byteCount += byteCount
      return true
    }
    if !isKept { page.memory.deallocate() }
  }

  deinit {
    kept.withLock { kept in
      for page in kept.pages.joined() { page.memory.deallocate() }
    }
  }
}
