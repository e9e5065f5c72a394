import DoubletContracts
import DoubletJSON
import Yams

/// Reads a YAML document by the core schema of YAML 1.2. Aliases stand for what they name; `<<` merges mappings, as YAML
/// 1.1 and most readers of OpenAPI documents have it.
struct YAMLReader {
  private let index: Int
  private let diagnostics: Diagnostics
  private let file: SourceFile
  /// How many values the document may unfold to, so that nine lines of nested aliases do not eat the memory. Without an
  /// alias there is a byte for every value.
  private let limit: Int

  init(file: SourceFile, index: Int, diagnostics: Diagnostics) {
    self.index = index
    self.diagnostics = diagnostics
    self.file = file
    limit = file.content.count + 500_000
  }

  /// The document, or nothing where the text is not YAML.
  func read() -> SourceNode? {
    guard let text = String(validating: file.content, as: UTF8.self) else {
      let (line, column) = file.endOfText
      let message = "this is not UTF-8; save the file in UTF-8"
      diagnostics.error(message, at: SourcePosition(file: index, line: line, column: column))
      return nil
    }
    var composer = YAMLComposer(text: text)
    let root: Node?
    do {
      root = try composer.compose()
    } catch {
      diagnostics.error(error.message, at: SourcePosition(file: index, line: error.line, column: error.column))
      return nil
    }
    guard let root else {
      diagnostics.error("the file is empty", at: SourcePosition(file: index, line: 1, column: 1))
      return nil
    }
    var builder = Builder(
      index: index,
      diagnostics: diagnostics,
      duplicates: composer.duplicates,
      limit: limit
    )
    let node = builder.node(root)
    if builder.count > limit {
      diagnostics.error("its aliases unfold to more than \(limit) values; use fewer", at: node)
      return nil
    }
    return node
  }

  /// Turns the nodes of Yams into ours.
  private struct Builder {
    let index: Int
    let diagnostics: Diagnostics
    let duplicates: [YAMLComposer.Duplicate]
    let limit: Int
    var count = 0

    mutating func node(_ node: Node) -> SourceNode {
      count += 1
      let position = position(node)
      guard count <= limit else { return SourceNode(.null, at: position) }
      switch node {
      case .scalar(let scalar): return SourceNode(content(scalar, at: position), at: position)
      case .sequence(let sequence):
        var elements: [SourceNode] = []
        elements.reserveCapacity(sequence.count)
        for element in sequence { elements.append(self.node(element)) }
        return SourceNode(.sequence(elements), at: position)
      case .mapping(let mapping): return SourceNode(.mapping(members(mapping)), at: position)
      case .alias: return SourceNode(.null, at: position)
      }
    }

    private mutating func members(_ mapping: Node.Mapping) -> [SourceNode.Member] {
      var members: [SourceNode.Member] = []
      members.reserveCapacity(mapping.count)
      var merged: [SourceNode.Member] = []
      for (key, value) in mapping {
        let position = position(key)
        if let duplicate = duplicates.first(where: { $0.line == position.line && $0.column == position.column }) {
          diagnostics.error("the key '\(duplicate.key)' is here a second time; remove one of the two", at: position)
          continue
        }
        guard case .scalar(let scalar) = key, !(scalar.string.isEmpty && scalar.style == .plain) else {
          diagnostics.error("a key must be a string", at: position)
          continue
        }
        let node = SourceNode(.string(scalar.string), at: position)
        let content = self.node(value)
        if scalar.string == "<<", scalar.style == .plain, let more = merges(content) {
          merged += more
        } else {
          members.append((key: node, value: content))
        }
      }
      guard !merged.isEmpty else { return members }
      // What a mapping says itself comes before what is merged into it, and of that the first.
      var seen = Set(members.map(\.key.name))
      return members + merged.filter { seen.insert($0.key.name).inserted }
    }

    /// The members that a value of `<<` brings; nil of what is neither a mapping nor a list of some.
    private func merges(_ node: SourceNode) -> [SourceNode.Member]? {
      if let members = node.members { return members }
      guard let elements = node.elements, !elements.isEmpty, elements.allSatisfy(\.isMapping) else { return nil }
      return elements.flatMap { $0.members ?? [] }
    }

    private func content(_ scalar: Node.Scalar, at position: SourcePosition) -> SourceNode.Content {
      switch scalar.tag.description {
      case "", "tag:yaml.org,2002:null", "tag:yaml.org,2002:bool", "tag:yaml.org,2002:int", "tag:yaml.org,2002:float":
        break
      case "tag:yaml.org,2002:str", "!": return .string(scalar.string)
      case let tag:
        diagnostics.warning("the tag '\(tag)' means nothing here; the value is read as a string", at: position)
        return .string(scalar.string)
      }
      switch YAMLScalar.content(ofPlain: scalar.string) {
      case .success(let content): return content
      case .failure(let refusal):
        diagnostics.error(refusal.message, at: position)
        return .null
      }
    }

    private func position(_ node: Node) -> SourcePosition {
      SourcePosition(file: index, line: node.mark?.line ?? 0, column: node.mark?.column ?? 0)
    }
  }
}
