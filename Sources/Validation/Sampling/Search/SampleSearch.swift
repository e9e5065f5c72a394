import DoubletContracts
import DoubletJSON

/// Looks for a value that meets a schema. The way of one value, from the schemas that apply to it:
///
/// 1. **gather** all that they ask of it into a ``Demand`` (`$ref` and `allOf` in place);
/// 2. **choose** a branch of each alternative (`anyOf`, `oneOf`, `if`, `discriminator`), and another one where the rest
///    does not come out;
/// 3. **make** a value: an example of the document, one of an `enum`, or one of a type that is left, whose members and
///    elements go the same way;
/// 4. **judge** it, where a rule was not met by the making itself, and **mend** it where it meets what it must not.
///
/// The work is bounded: what cannot be found within ``steps`` is not found.
struct SampleSearch {
  /// How often a sample is tried: with all optional members, with the required ones only, and again with other values.
  static let attempts = 4

  let program: Program
  let direction: Validator.Direction
  /// Whether values are varied rather than the most readable ones.
  let isVaried: Bool
  let name: String
  let attempt: Int
  /// Whether examples with empty lists are passed over.
  var showsEntries = false
  var random: RandomStream
  /// The values that may still be made.
  var steps = 20_000
  /// The values that may still have optional members.
  var room = 400
  /// What was asked at the end of the trail, and where that is.
  var reached: (demand: Demand, place: SamplePlace)?

  var tables: SchemaTables { program.source }

  init(_ program: Program, direction: Validator.Direction, seed: UInt64, name: String, attempt: Int) {
    self.program = program
    self.direction = direction
    self.name = name
    self.attempt = attempt
    isVaried = seed != 0 || attempt > 1
    random = RandomStream(seed: Int(truncatingIfNeeded: seed), name, String(attempt))
  }

  /// A value that meets a schema, with what is given in it.
  mutating func sample(of schema: Int, along trail: [SampleStep] = [], completing given: JSON? = nil) -> JSON? {
    let applied = Applied(schema, in: program.source)
    let place = SamplePlace(name: name, isLean: attempt % 2 == 1, given: given, trail: trail[...])
    guard let value = sample([applied], at: place), accepts(value, [applied]) else { return nil }
    return value
  }

  /// A value that meets all these schemas.
  mutating func sample(_ schemas: [Applied], at place: SamplePlace) -> JSON? {
    steps -= 1
    guard steps > 0, place.depth < SamplePlace.deepest else { return nil }
    return choose(Demand(of: schemas, program.source), schemas, place)
  }

  /// Whether a value meets the schemas by which it was entered.
  func accepts(_ value: JSON, _ schemas: [Applied]) -> Bool {
    schemas.isEmpty || accepts(JSONTape(of: value), schemas)
  }

  /// Whether a value, written once, meets schemas.
  func accepts(_ tape: JSONTape, _ schemas: [Applied]) -> Bool {
    let validator = Validator(program)
    return schemas.allSatisfy { validator.isValid(tape, against: $0.schema, direction: direction) }
  }
}

/// Where a value is made.
struct SamplePlace {
  /// How deep values may lie.
  static let deepest = 40
  /// How deep optional members are made.
  static let deepestOption = 5

  /// The name of the member that the value is for, or of the array that it is an element of.
  var name: String
  var depth = 0
  /// Whether only what must be there is made.
  var isLean: Bool
  /// Whether the value, or one around it, could be left out.
  var isOptional = false
  /// Whether an equal value is there already, so that another one is asked for, and how often.
  var repetition = 0
  /// The values that are there already, where another one is asked for.
  var taken: [JSON] = []
  /// What is there already: it stays, and only what is missing beside it is made.
  var given: JSON?
  /// The schemas that are open around the value.
  var open: [Int] = []
  /// Whether the trail leads through here.
  var isOnTrail = true
  /// What must be chosen on the way down from here.
  var trail: ArraySlice<SampleStep>

  /// The place of a member or element of the value here.
  func below(_ name: String, open schemas: [Applied], isOptional: Bool) -> SamplePlace {
    var place = self
    place.name = name
    place.depth += 1
    place.isOptional = self.isOptional || isOptional
    place.repetition = 0
    place.taken = []
    place.given = nil
    place.open += schemas.map(\.schema)
    place.trail = []
    place.isOnTrail = false
    return place
  }

  /// The place, with the trail going on below `other`.
  func following(_ other: SamplePlace) -> SamplePlace {
    var place = self
    place.trail = other.trail.below
    place.isOnTrail = true
    return place
  }
}

/// A step on the way to the place that a sample must have.
enum SampleStep: Hashable {
  /// The option to take of the alternatives that a rule leaves.
  case option(rule: Int, Int)
  /// The types to choose from.
  case types(JSONTypes)
  /// The member to go down to.
  case member(String)
  /// The element to go down to.
  case element(Int)
}
