import DoubletContracts

/// The way from the schema that a walk starts from to one that it leads to.
struct ProbeWay {
  /// The members and elements that it goes down to, and the choices that it makes.
  private(set) var steps: [SampleStep] = []
  /// The schemas that it passes, from the first to the last one, each with the number of steps before it.
  private var schemas: [(schema: Int, depth: Int)]

  init(from schema: Int) { schemas = [(schema, 0)] }

  /// The schema that it leads to.
  var schema: Int { schemas[schemas.count - 1].schema }

  /// The way on to a schema.
  func following(_ steps: [SampleStep], to schema: Int) -> ProbeWay {
    var way = self
    way.steps += steps
    way.schemas.append((schema, way.steps.count))
    return way
  }

  /// The schemas that are come to behind a step, all but the first one where that is none. What holds because of the step
  /// holds for other ways to them only where those make the same step.
  func schemas(behind step: Int?) -> Set<Int> {
    Set(schemas.dropFirst().lazy.filter { $0.depth > step ?? -1 }.map(\.schema))
  }
}
