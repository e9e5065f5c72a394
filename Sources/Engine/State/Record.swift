import DoubletJSON

/// A record as it is kept: a tree, or, where a request wrote it, the text that was made of the request, in the words of an
/// answer where it can be told from them. Of a text no tree is made to answer it: it is copied into the answer.
enum Record: Sendable {
  case tree(JSON)
  case text(JSONTape)
  case answered(AnsweredRecord)

  /// The record as a tree.
  var json: JSON {
    switch self {
    case .tree(let tree): tree
    case .text(let tape): tape.root.tree
    case .answered(let record): record.own.root.tree
    }
  }

  /// The record as a text.
  var tape: JSONTape {
    switch self {
    case .tree(let tree): JSONTape(of: tree)
    case .text(let tape): tape
    case .answered(let record): record.own
    }
  }

  /// Whether it is certain that no answer was remembered since it was written.
  var isSurelyUntold: Bool { if case .answered(let record) = self { !record.isTold } else { false } }

  /// The value of a member; nil where there is none.
  func member(_ name: String) -> JSON? {
    switch self {
    case .tree(let tree): tree[name]
    case .text(let tape):
      tape.withUnsafeCursor { $0.kind == .object ? $0.member(named: name)?.tree : nil }
    case .answered(let record): record.member(name)
    }
  }
}
