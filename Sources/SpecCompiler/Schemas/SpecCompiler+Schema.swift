public import DoubletContracts

extension SpecCompiler {
  /// Compiles a document that is one JSON Schema, with what it refers to.
  ///
  /// - Parameters:
  ///   - dialect: The rules that it is read by.
  ///   - assertsFormats: Whether `format` is an assertion; else it is an annotation.
  ///   - loading: Gives the content of another file that a `$ref` names.
  /// - Returns: The tables and the index of the document's own schema in them, nothing where there is an error; and the
  ///   rules that are not enforced.
  public static func compileSchema(
    _ file: SourceFile,
    as dialect: SchemaDialect = .draft2020,
    assertsFormats: Bool = true,
    loading: @escaping (String) throws -> [UInt8]? = { _ in nil }
  ) -> (
    compiled: (tables: SchemaTables, root: Int)?, unenforced: [UnenforcedRow], diagnostics: [Diagnostic]
  ) {
    let diagnostics = Diagnostics()
    let documents = DocumentSet(diagnostics: diagnostics, loader: loading)
    guard let root = documents.add(file) else { return (nil, [], diagnostics.sorted) }
    let compiler = SchemaCompiler(documents: documents, dialect: dialect)
    compiler.assertsFormats = assertsFormats
    let index = compiler.index(of: root)
    compiler.compileAll()
    return (
      diagnostics.hasErrors ? nil : (compiler.tables, index), documents.unenforced.rows, diagnostics.sorted
    )
  }
}
