import Synchronization

/// The memory of pages that the journals of a fake have lost, for those that they begin next.
///
/// An allocator would cut what it is given back into pieces for what is small and stays longer: memory that nobody has
/// looked at for as long as a page is held would be handed to each request.
final class JournalMemory: Sendable {
  private struct Page: Sendable {
    nonisolated(unsafe) let memory: UnsafeMutableRawPointer
  }

  /// Bytes of pages of one size that are kept at most; what is beyond is given back. Pages that are not closed and hold
  /// more than one long exchange have seven sizes.
  private static let mostBytes = 1 << 17

  /// By the power of two that their bytes are.
  private let kept = Mutex<[[Page]]>(Array(repeating: [], count: Int.bitWidth))

  /// Memory of so many bytes.
  func take(_ byteCount: Int) -> UnsafeMutableRawPointer {
    let page = kept.withLock { kept in
      byteCount.nonzeroBitCount == 1 ? kept[byteCount.trailingZeroBitCount].popLast() : nil
    }
    return page?.memory ?? .allocate(byteCount: byteCount, alignment: 8)
  }

  /// Takes memory of so many bytes back.
  func give(_ memory: UnsafeMutableRawPointer, _ byteCount: Int) {
    let page = Page(memory: memory)
    let isKept = kept.withLock { kept in
      // Others are those of one long exchange, or were closed: the next page has another size.
      guard byteCount.nonzeroBitCount == 1 else { return false }
      let size = byteCount.trailingZeroBitCount
      guard (kept[size].count + 1) * byteCount <= Self.mostBytes else { return false }
      kept[size].append(page)
      return true
    }
    if !isKept { page.memory.deallocate() }
  }

  deinit {
    kept.withLock { kept in
      for page in kept.joined() { page.memory.deallocate() }
    }
  }
}
