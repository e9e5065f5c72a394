extension SourceFile {
  /// The document in the file, or nothing where it cannot be read; `diagnostics` then says why.
  func read(as index: Int, _ diagnostics: Diagnostics) -> SourceNode? {
    guard isJSON else { return YAMLReader(file: self, index: index, diagnostics: diagnostics).read() }
    return JSONReader(file: self, index: index, diagnostics: diagnostics).read()
  }
}
