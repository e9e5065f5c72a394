import DoubletContracts
import DoubletJSON
import DoubletValidation

/// A value that keeps a rule of a schema, and one that breaks it.
struct RuleProbe {
  /// Where in the value the rule is broken.
  var pointer: JSONPointer
  var kept: JSON
  var broken: JSON
}

/// The probes of schemas, each schema's made once: operations share most of them.
final class ProbeBook {
  private let sampler: Sampler

  init(_ sampler: Sampler) { self.sampler = sampler }

  /// The probe of a rule of a schema.
  ///
  /// - Throws: why there is none.
  func probe(of rule: SchemaRule, _ schema: Int, _ direction: Validator.Direction) throws(Unsendable) -> RuleProbe {
    throw Unsendable("no probe was made for it")
  }
}
