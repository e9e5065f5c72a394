import DoubletContracts
import DoubletSpecCompiler
import DoubletSpecs

/// A document with what became of it.
struct LoadedSpec {
  /// The path as it was given, or that of the bundled document.
  var path: String
  /// The contract; nil where the document has errors.
  var contract: Contract?
  /// What the compiler had to say.
  var diagnostics: [Diagnostic]

  /// What is told before the report: it lists the warnings of a document that can be served, and none of another.
  var told: [Diagnostic] { contract == nil ? diagnostics : diagnostics.errors }

  /// How many errors there are.
  var errorCount: Int { diagnostics.errors.count }

  /// The documents at the paths; the bundled ones without a path. Those were compiled by the build, without a warning.
  static func load(
    _ paths: [String],
    isStrict: Bool = false,
    reading read: @escaping (String) throws -> [UInt8] = FileReading.bytes
  ) -> [LoadedSpec] {
    guard !paths.isEmpty else {
      return Specs.bundled.map { LoadedSpec(path: $0.info.files.first ?? "", contract: $0, diagnostics: []) }
    }
    return paths.flatMap { load($0, isStrict, read) }
  }

  private static func load(
    _ path: String,
    _ isStrict: Bool,
    _ read: @escaping (String) throws -> [UInt8]
  ) -> [LoadedSpec] {
    do {
      let file = SourceFile(path: path, bytes: try read(path))
      if path.hasSuffix(".contract") || ContractFile.isContract(file.bytes) {
        return try ContractFile.contracts(in: file.bytes).map {
          LoadedSpec(path: path, contract: $0, diagnostics: [])
        }
      }
      // What a document refers to beside it may be missing; the compiler then says so at the reference.
      let (contract, diagnostics) = SpecCompiler.compile(file, isStrict: isStrict) { try? read($0) }
      return [LoadedSpec(path: path, contract: contract, diagnostics: diagnostics)]
    } catch let error as ContractFileError {
      return [LoadedSpec(path: path, refusedAs: error.description)]
    } catch {
      let reason = (error as? FileReading.Unreadable)?.reason ?? "\(error)"
      return [LoadedSpec(path: path, refusedAs: "the file cannot be read: \(reason)")]
    }
  }
}

extension LoadedSpec {
  /// A file that nothing can be made of.
  private init(path: String, refusedAs message: String) {
    self.init(
      path: path,
      contract: nil,
      diagnostics: [Diagnostic(severity: .error, file: path, line: 1, column: 1, message: message)]
    )
  }
}

extension [LoadedSpec] {
  /// The contracts of all documents.
  ///
  /// - Throws: the reason that ends the process where a document has errors.
  func contracts() throws(Failure) -> [Contract] {
    let failed = filter { $0.contract == nil }
    guard failed.isEmpty else {
      let counts = failed.map { "\($0.path) has \($0.errorCount.counted("error"))" }
      throw Failure(status: .usage, reason: counts.joined(separator: ", "))
    }
    return compactMap(\.contract)
  }
}

extension Int {
  /// `1 error`, `2 errors`.
  func counted(_ noun: String) -> String { self == 1 ? "1 \(noun)" : "\(self) \(noun)s" }
}
