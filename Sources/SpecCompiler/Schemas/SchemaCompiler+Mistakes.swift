import DoubletContracts
import DoubletJSON

extension SchemaCompiler {
  /// Notes a rule of a schema that nothing enforces.
  func unenforced(_ rule: String, of schema: Located, because reason: String, at position: SourcePosition) {
    documents.unenforced.note(rule, of: schema.pointer.fragment, because: reason, at: position)
  }

  /// Tells of a keyword that cannot mean anything, and notes that it is not enforced.
  func mistake(_ rule: String, of schema: Located, _ message: String, at node: SourceNode) {
    mistake(rule, of: schema, message, at: node.position)
  }

  /// Tells of a keyword that cannot mean anything, and notes that it is not enforced.
  func mistake(_ rule: String, of schema: Located, _ message: String, at position: SourcePosition) {
    diagnostics.warning(message, at: position)
    unenforced(rule, of: schema, because: message, at: position)
  }
}
