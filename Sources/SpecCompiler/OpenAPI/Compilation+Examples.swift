import DoubletJSON
import DoubletValidation

/// An example or default of the document, and the schema that it stands for.
struct WrittenExample {
  /// What it is, for messages: `the example`.
  var noun = "the example"
  /// The value.
  var value: Located
  /// The schema's index.
  var schema: Int
  /// The directions in one of which it must be valid.
  var directions: [Validator.Direction]
}

extension Compilation {
  /// Notes the examples of a media type, a parameter or a header, to be checked when the schemas are compiled.
  func noteExamples(of object: Located, for schema: Int) {
    guard schema >= 0 else { return }
    let named = (object["examples"]?.members ?? []).compactMap { key, value in
      key.name.hasPrefix("x-") || !value.node.isMapping ? nil : resolve(value)
    }
    let values = [object["example"]].compactMap { $0 } + named.compactMap { $0["dataValue"] ?? $0["value"] }
    examples += values.map { WrittenExample(value: $0, schema: schema, directions: [direction]) }
  }

  /// Tells of examples and defaults that do not fit their schemas, each with the first thing that is wrong.
  func checkExamples() {
    let examples = examples + schemas.examples
    guard !examples.isEmpty, let validator = try? Validator(schemas.tables) else { return }
    for example in examples {
      let value = example.value.node.json
      let isValid = example.directions.contains { validator.isValid(value, against: example.schema, direction: $0) }
      guard !isValid else { continue }
      let violations = validator.explain(value, against: example.schema, direction: example.directions[0])
      guard let first = violations.first else { continue }
      let place = first.pointer.tokens.isEmpty ? "" : "'\(first.pointer)' "
      let others = violations.count > 1 ? " (and \(violations.count - 1) more)" : ""
      diagnostics.warning(
        "\(example.noun) does not fit its schema: \(place)\(first.message)\(others)",
        at: example.value.node.value(at: first.pointer) ?? example.value.node
      )
    }
  }
}
