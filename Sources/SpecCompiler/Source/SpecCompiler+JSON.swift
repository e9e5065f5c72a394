public import DoubletJSON

extension SpecCompiler {
  /// The value that a YAML or JSON file holds, without its places; nothing where it cannot be read.
  public static func json(of file: SourceFile) -> JSON? {
    let diagnostics = Diagnostics()
    diagnostics.files = [file.path]
    let node = file.read(as: 0, diagnostics)
    return diagnostics.hasErrors ? nil : node?.json
  }
}
