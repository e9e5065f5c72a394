import DoubletContracts
import DoubletJSON
import DoubletValidation
import Testing

/// The JSON Schema Test Suite as material for samples: every schema that one of its values meets has one.
@Suite(.enabled(if: SchemaCorpus.isPresent, "the corpora are not on this machine; set DOUBLET_CORPORA"))
struct SampleSuiteTests {
  /// Schemas whose samples are not found, with the reason.
  private static let unfound: Set<String> = []
  /// How many rules have neither a probe nor a reason why there can be none.
  private static let undecided = ["./unevaluatedItems.json": 5, "./unevaluatedProperties.json": 2]

  @Test(arguments: SchemaSuiteTests.files)
  func `every schema that can be met has a sample, for any seed, and its rules have probes`(_ file: String) throws {
    var undecided: [String] = []
    for group in try SchemaSuiteTests.groups(file) {
      guard group["tests"]?.array?.contains(where: { $0["valid"] == true }) == true else { continue }
      let builder = SchemaBuilder(documents: SchemaSuiteTests.remotes, assertsFormats: false)
      let schema = builder.add(group["schema"] ?? true, at: "test:/root")
      guard !builder.dangling.contains(where: { $0.contains("json-schema.org") }) else { continue }
      let validator = try Validator(builder.finished)
      let name = "\(file): \(group["description"]?.string ?? "")"
      guard !Self.unfound.contains(name) else { continue }
      for seed in [0, 1, 2] as [UInt64] {
        let sample = Sampler(validator).sample(of: schema, direction: .none, seed: seed)
        #expect(sample != nil, "\(name), seed \(seed)")
      }
      let probes = Sampler(validator).probes(of: schema, direction: .none)
      undecided += probes.missing.filter { !$0.hindrance.isCertain }.map { "\(name): \($0)" }
      for probe in probes.found {
        #expect(validator.isValid(probe.kept, against: schema, direction: .none), "\(name): \(probe)")
        let violations = validator.explain(probe.broken, against: schema, direction: .none)
        #expect(
          violations.contains {
            $0.pointer == probe.telling.pointer && $0.code.hasSuffix(".\(probe.telling.keyword)")
          },
          "\(name)"
        )
      }
    }
    #expect(undecided.count == Self.undecided[file] ?? 0, "\(undecided)")
  }
}
