public import DoubletContracts

extension SpecCompiler {
  /// Compiles a document that is one JSON Schema 2020-12, with what it refers to.
  ///
  /// - Returns: The tables and the index of the document's own schema in them; nothing where there is an error.
  public static func compileSchema(
    _ file: SourceFile,
    loading: @escaping (String) throws -> [UInt8]? = { _ in nil }
  ) -> (compiled: (tables: SchemaTables, root: Int)?, diagnostics: [Diagnostic]) {
    let diagnostics = Diagnostics()
    let documents = DocumentSet(diagnostics: diagnostics, loader: loading)
    guard let root = documents.add(file) else { return (nil, diagnostics.sorted) }
    let compiler = SchemaCompiler(documents: documents, dialect: .draft2020)
    let index = compiler.index(of: root)
    compiler.compileAll()
    return (diagnostics.hasErrors ? nil : (compiler.tables, index), diagnostics.sorted)
  }
}
