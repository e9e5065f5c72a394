import DoubletValidation
import Testing

extension Judge {
  /// The rules of the schema, with a probe each or without one. What is kept must be valid, what is broken be told.
  func probes(sourceLocation: SourceLocation = #_sourceLocation) -> (found: [Probe], missing: [UnprobedRule]) {
    let probes = Sampler(validator).probes(of: schema, direction: direction)
    for probe in probes.found {
      let isKept = validator.isValid(probe.kept, against: schema, direction: direction)
      #expect(isKept, "\(probe)", sourceLocation: sourceLocation)
      let violations = validator.explain(probe.broken, against: schema, direction: direction)
      let told = probe.telling
      let isTold = violations.contains { $0.pointer == told.pointer && $0.code == "body.\(told.keyword)" }
      #expect(isTold, "\(probe)", sourceLocation: sourceLocation)
    }
    return (probes.found, probes.missing)
  }
}
