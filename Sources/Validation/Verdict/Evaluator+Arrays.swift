import DoubletContracts
import DoubletJSON

extension Evaluator {
  /// Whether the first elements meet the schemas of `prefixItems`, and the rest the one of `items`.
  mutating func elementsHold(_ step: Instruction, _ value: JSONCursor, _ context: Context) -> Bool {
    var element = value.firstChild
    let count = value.count
    for position in 0..<count {
      let schema = position < Int(step.b) ? rows.pointee.children[Int(step.a) &+ position] : step.c
      guard schema >= 0 else { break }
      guard isValid(schema, element, context.below(schema)) else { return false }
      context.notes?.pointee.insert(position)
      element = element.nextSibling
    }
    return true
  }

  /// Whether as many elements as are asked for meet a schema.
  mutating func containsHolds(_ step: Instruction, _ value: JSONCursor, _ context: Context) -> Bool {
    let found = countContained(step, value, context)
    return found >= Int(step.b) && (step.c < 0 || found <= Int(step.c))
  }

  /// The number of elements that meet the schema of `contains`; counting stops where the verdict is certain.
  mutating func countContained(_ step: Instruction, _ value: JSONCursor, _ context: Context) -> Int {
    var found = 0
    var element = value.firstChild
    for position in 0..<value.count {
      if isValid(step.a, element, context.below(step.a)) {
        found &+= 1
        context.notes?.pointee.insert(position)
        if context.notes == nil, step.c < 0 ? found >= Int(step.b) : found > Int(step.c) { break }
      }
      element = element.nextSibling
    }
    return found
  }

  /// Whether every element that nothing else evaluated meets a schema.
  mutating func unevaluatedElementsHold(_ schema: Int32, _ value: JSONCursor, _ context: Context) -> Bool {
    var element = value.firstChild
    for position in 0..<value.count {
      if context.notes?.pointee.contains(position) != true {
        guard isValid(schema, element, context.below(schema)) else { return false }
      }
      element = element.nextSibling
    }
    context.notes?.pointee.insertAll()
    return true
  }
}
