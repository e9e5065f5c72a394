import DoubletValidation

extension SchemaCompiler {
  /// Whether a pattern of a schema is a regular expression; a warning where it is none, so that it cannot be enforced,
  /// or where only the older rules of ECMA-262 make it one.
  func acceptsPattern(_ text: String, of schema: Located, _ rule: String, at node: SourceNode) -> Bool {
    do {
      let pattern = try Pattern(text)
      if pattern.isLegacy {
        diagnostics.warning(
          "the pattern '\(text)' is none with the 'u' flag, so other tools may refuse it; it is read by older rules",
          at: node
        )
      }
      return true
    } catch {
      diagnostics.warning("the pattern '\(text)' cannot be enforced: \(error.message)", at: node)
      unenforced(rule, of: schema, because: error.message, at: node.position)
      return false
    }
  }
}
