import DoubletContracts
import DoubletJSON

/// A value of a document, and how to get to it: what the stages hand to each other.
struct Located {
  /// The value.
  var node: SourceNode
  /// The keys and positions on the way to it from its document's root.
  var pointer: JSONPointer

  /// Where it stands; names the document as well.
  var position: SourcePosition { node.position }

  /// The index of its document.
  var document: Int { node.position.file }

  /// A member's value, or nothing.
  subscript(key: String) -> Located? {
    node[key].map { Located(node: $0, pointer: pointer.appending(key)) }
  }

  /// The members of a mapping; none of anything else.
  var members: [(key: SourceNode, value: Located)] {
    (node.members ?? []).map { ($0.key, Located(node: $0.value, pointer: pointer.appending($0.key.name))) }
  }

  /// The elements of a list; none of anything else.
  var elements: [Located] {
    (node.elements ?? []).enumerated().map { Located(node: $0.element, pointer: pointer.appending($0.offset)) }
  }

  /// The value at a place below this one.
  func value(at below: JSONPointer) -> Located? {
    node.value(at: below).map { Located(node: $0, pointer: JSONPointer(tokens: pointer.tokens + below.tokens)) }
  }
}
