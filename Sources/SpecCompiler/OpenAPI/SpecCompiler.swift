public import DoubletContracts
import DoubletJSON

/// Compiles an OpenAPI document to a ``Contract``. All mistakes are found in one go; a document with an error has no
/// contract, one with warnings has.
///
/// The stages, each in a folder of its own:
///
/// 1. **read** (`Source/`): YAML or JSON to values with their places;
/// 2. **resolve** (`OpenAPI/DocumentSet`): what a `$ref` names, in this file or another;
/// 3. **schemas** (`Schemas/`): JSON Schema to flat programs;
/// 4. **parameters, bodies, responses, security, operations** (`OpenAPI/`): to rows;
/// 5. **x-doublet** (`Doublet/`): resources, actions, problems, quotas, tokens;
/// 6. **check**: what one part says against what the others say;
/// 7. **infer** (`Inference/`): the state that paths, methods and schemas speak of where no `x-doublet` does.
public enum SpecCompiler {
  /// Compiles the document in `root`.
  ///
  /// - Parameters:
  ///   - root: The document.
  ///   - isStrict: Whether mistakes that a document can be served with, such as an `info` that is missing, are errors.
  ///     Real documents are full of them; specs of one's own are better held to the rules.
  ///   - loading: Gives the content of another file that a `$ref` names. The path is relative to what `root.path` is
  ///     relative to, or a URL; nothing means that there is no such file.
  public static func compile(
    _ root: SourceFile,
    isStrict: Bool = false,
    loading: @escaping (String) throws -> [UInt8]? = { _ in nil }
  ) -> (contract: Contract?, diagnostics: [Diagnostic]) {
    let diagnostics = Diagnostics(isStrict: isStrict)
    let documents = DocumentSet(diagnostics: diagnostics, loader: loading)
    guard let document = documents.add(root), let version = version(of: document, diagnostics) else {
      return (nil, diagnostics.sorted)
    }
    let compilation = Compilation(of: document, name: root.stem, version: version, documents: documents)
    compilation.compileDocument()
    compilation.compileSecuritySchemes()
    compilation.compileComponents()
    compilation.compilePaths()
    compilation.compileDoublet()
    compilation.check()
    compilation.schemas.compileAll()
    compilation.checkExamples()
    compilation.settleContradictions()
    compilation.noteUnjudgedBodies()
    return (diagnostics.hasErrors ? nil : compilation.inferred, diagnostics.sorted)
  }

  private static func version(of document: Located, _ diagnostics: Diagnostics) -> OpenAPIVersion? {
    guard document.node.isMapping else {
      diagnostics.error("an OpenAPI document is a mapping, not \(document.node.kindName)", at: document.node)
      return nil
    }
    if let swagger = document.node["swagger"] {
      diagnostics.error("this is Swagger 2.0; convert it to OpenAPI 3, for instance with swagger2openapi", at: swagger)
      return nil
    }
    guard let node = document.node["openapi"] else {
      diagnostics.error("this is no OpenAPI document: 'openapi' with its version is missing", at: document.node)
      return nil
    }
    let text = node.string ?? node.number?.text ?? node.kindName
    guard let version = OpenAPIVersion(text) else {
      diagnostics.error("OpenAPI '\(text)' is not known; write a version of 3.0, 3.1 or 3.2 as 3.1.0", at: node)
      return nil
    }
    if text.split(separator: ".").count != 3 {
      diagnostics.warning("a version has three numbers: write '\(text).0'", at: node)
    }
    return version
  }
}
