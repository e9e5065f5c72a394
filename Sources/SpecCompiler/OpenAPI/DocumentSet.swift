import DoubletContracts
import DoubletJSON

/// The documents of one compilation: the root and the files that its `$ref`s name, each read once.
final class DocumentSet {
  /// Gives the content of a file that a reference names, or nothing where there is no such file.
  typealias Loader = (String) throws -> [UInt8]?

  /// What is wrong, collected.
  let diagnostics: Diagnostics
  /// What nothing enforces, collected.
  let unenforced = UnenforcedRules()
  private let loader: Loader
  private var documents: [SourceNode?] = []
  private var indices: [String: Int] = [:]
  private var resolved: [Reference: Located?] = [:]
  private var directories: [SourcePosition: [String: SourceNode]] = [:]
  var identifiers: [String: Located] = [:]
  /// The folder of a URI that a document gives itself, and the folder that it was read from.
  private var aliases: [(uri: String, folder: String)] = []
  var anchors: [Anchor: Located] = [:]
  var dynamicAnchors: [(base: String, name: String, schema: Located)] = []
  /// Where schemas with an `$id` of their own stand, and the base that they set, per document.
  var bases: [Int: [(pointer: JSONPointer, base: String)]] = [:]
  /// Where schemas with a `$schema` of their own stand, per document.
  var dialects: [Int: [(pointer: JSONPointer, dialect: Located)]] = [:]

  private struct Reference: Hashable {
    var base: String
    var text: String
  }

  /// A name that a schema gives itself.
  struct Anchor: Hashable {
    var base: String
    var name: String
  }

  /// A set that reads further files with `loader`.
  init(diagnostics: Diagnostics, loader: @escaping Loader) {
    self.diagnostics = diagnostics
    self.loader = loader
  }

  /// Reads a file as the next document.
  func add(_ file: SourceFile) -> Located? {
    let index = documents.count
    indices[file.path] = index
    diagnostics.files.append(file.path)
    documents.append(nil)
    documents[index] = file.read(as: index, diagnostics)
    guard let node = documents[index] else { return nil }
    let root = Located(node: node, pointer: JSONPointer())
    if file.mentionsIdentifiers { register(root, base: file.path) }
    return root
  }

  /// Notes the URI that a document gives itself: references to it, and to files beside it, need no network.
  func name(_ root: Located, _ uri: String) {
    let path = diagnostics.files[root.document]
    let own = ReferencePath.resolve(ReferencePath(uri).file, against: path)
    identifiers[own] = root
    aliases.append((ReferencePath.folder(of: own), ReferencePath.folder(of: path)))
  }

  /// The value that a `$ref` names. A reference that leads nowhere is an error at the reference, told once.
  func target(of reference: SourceNode, in holder: Located) -> Located? {
    guard let text = reference.string else {
      diagnostics.error("'$ref' must be a string, not \(reference.kindName)", at: reference)
      return nil
    }
    let key = Reference(base: base(of: holder), text: text)
    if let known = resolved[key] {
      if known == nil { _ = lookUp(text, base: key.base, from: holder, reference) }
      return known
    }
    let found = lookUp(text, base: key.base, from: holder, reference)
    resolved[key] = .some(found)
    return found
  }

  /// The value at a place of a document, where there is one.
  func value(at pointer: JSONPointer, in document: Int) -> Located? {
    documents[document].flatMap { Located(node: $0, pointer: JSONPointer()).value(at: pointer) }
  }

  private func lookUp(_ text: String, base: String, from holder: Located, _ reference: SourceNode) -> Located? {
    let path = ReferencePath(text)
    let target = ReferencePath.resolve(path.file, against: base)
    guard let root = root(target, holder.document, reference) else { return nil }
    if path.fragment.isEmpty { return root }
    guard let pointer = JSONPointer(path.fragment) else {
      if let named = anchors[Anchor(base: target, name: path.fragment)] { return named }
      diagnostics.error(
        "'\(text)' leads nowhere: no schema has the anchor '\(path.fragment)'",
        at: reference
      )
      return nil
    }
    if let found = value(at: pointer, below: root) { return found }
    diagnostics.error("'\(text)' leads nowhere\(hint(pointer, below: root))", at: reference)
    return nil
  }

  /// The value at a place below another. Large mappings, such as the components of a document, are made dictionaries
  /// once: each of their members is looked up.
  private func value(at pointer: JSONPointer, below root: Located) -> Located? {
    var node = root.node
    for token in pointer.tokens {
      guard let child = child(token, of: node) else { return nil }
      node = child
    }
    return Located(node: node, pointer: JSONPointer(tokens: root.pointer.tokens + pointer.tokens))
  }

  private func child(_ token: String, of node: SourceNode) -> SourceNode? {
    guard let members = node.members, members.count > 32 else { return node.child(token) }
    if let known = directories[node.position] { return known[token] }
    let directory = Dictionary(members.map { ($0.key.name, $0.value) }) { first, _ in first }
    directories[node.position] = directory
    return directory[token]
  }

  private func root(_ target: String, _ document: Int, _ reference: SourceNode) -> Located? {
    if let named = identifiers[target] { return named }
    if let index = indices[target] {
      return documents[index].map { Located(node: $0, pointer: JSONPointer()) }
    }
    do {
      if let bytes = try content(of: target) {
        let root = add(SourceFile(path: target, bytes: bytes))
        return identifiers[target] ?? root
      }
      if ReferencePath.hasScheme(target) {
        unenforced.note("$ref", of: target, because: "nothing is fetched over the network", at: reference.position)
      } else {
        diagnostics.error("there is no file '\(target)'", at: reference)
      }
    } catch {
      diagnostics.error("'\(target)' cannot be read: \(error)", at: reference)
    }
    indices[target] = documents.count
    diagnostics.files.append(target)
    documents.append(nil)
    return nil
  }

  /// The document at a URI or path, where there is one; that there is none is not told.
  func document(at target: String) -> Located? {
    if let named = identifiers[target] { return named }
    if let index = indices[target] { return documents[index].map { Located(node: $0, pointer: JSONPointer()) } }
    guard let bytes = try? content(of: target), let root = add(SourceFile(path: target, bytes: bytes)) else {
      return nil
    }
    return identifiers[target] ?? root
  }

  private func content(of target: String) throws -> [UInt8]? {
    if let known = try Metaschema.document(target) ?? loader(target) { return known }
    for (uri, folder) in aliases where target.hasPrefix(uri) && !uri.isEmpty {
      if let found = try loader(folder + target.dropFirst(uri.count)) { return found }
    }
    return nil
  }

  /// What would be right, where a pointer's last steps are wrong.
  private func hint(_ pointer: JSONPointer, below root: Located) -> String {
    var node = root.node
    for token in pointer.tokens {
      guard let child = node.child(token) else {
        return Suggestion.phrase(for: token, among: (node.members ?? []).map(\.key.name))
      }
      node = child
    }
    return ""
  }
}
