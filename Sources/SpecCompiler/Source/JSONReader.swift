import DoubletContracts
import DoubletJSON

/// Reads a JSON document. Strict: what RFC 8259 does not allow, and a key that appears twice, is an error with its place.
struct JSONReader {
  private let file: SourceFile
  private let index: Int
  private let diagnostics: Diagnostics
  private var lines: LineScanner

  init(file: SourceFile, index: Int, diagnostics: Diagnostics) {
    self.file = file
    self.index = index
    self.diagnostics = diagnostics
    lines = LineScanner(Array(file.content))
  }

  /// The document, or nothing where it is not JSON.
  func read() -> SourceNode? {
    do {
      let tape = try JSONTape(parsing: lines.bytes)
      var reader = self
      return tape.withUnsafeCursor { reader.node($0) }
    } catch {
      diagnostics.error(error.problem, at: SourcePosition(file: index, line: error.line, column: error.column))
      return nil
    }
  }

  private mutating func node(_ cursor: JSONCursor) -> SourceNode {
    let position = position(cursor)
    switch cursor.kind {
    case .null: return SourceNode(.null, at: position)
    case .boolean: return SourceNode(.bool(cursor.isTrue), at: position)
    case .number:
      guard let number = JSONNumber(text: String(decoding: cursor.source, as: UTF8.self)) else {
        return SourceNode(.null, at: position)
      }
      return SourceNode(.number(number), at: position)
    case .string: return SourceNode(.string(cursor.string), at: position)
    case .array:
      var elements: [SourceNode] = []
      elements.reserveCapacity(cursor.count)
      cursor.forEachElement { elements.append(node($0)) }
      return SourceNode(.sequence(elements), at: position)
    case .object:
      return SourceNode(.mapping(members(cursor)), at: position)
    }
  }

  private mutating func members(_ cursor: JSONCursor) -> [SourceNode.Member] {
    var members: [SourceNode.Member] = []
    members.reserveCapacity(cursor.count)
    cursor.forEachMember { key, value in
      let key = SourceNode(.string(key.string), at: position(key))
      members.append((key: key, value: node(value)))
    }
    guard cursor.entry.hasDuplicateKeys else { return members }
    var seen: Set<String> = []
    return members.filter { member in
      if seen.insert(member.key.name).inserted { return true }
      diagnostics.error("the key '\(member.key.name)' is here a second time; remove one of the two", at: member.key)
      return false
    }
  }

  private mutating func position(_ cursor: JSONCursor) -> SourcePosition {
    let (line, column) = lines.advance(to: Int(cursor.entry.start) - (cursor.kind == .string ? 1 : 0))
    return SourcePosition(file: index, line: line, column: column)
  }
}
