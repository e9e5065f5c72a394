import DoubletContracts
import DoubletJSON

extension Explainer {
  mutating func explainElements(_ step: Instruction, _ value: JSONCursor, _ context: Context) {
    var position = 0
    value.forEachElement { element in
      let isFirst = position < Int(step.b)
      let schema = isFirst ? rows.pointee.children[Int(step.a) + position] : step.c
      if schema >= 0 {
        path.append(.position(position))
        if isNever(schema) {
          let message = isFirst ? Message.never : "is not allowed: at most \(Message.count(Int(step.b), "item"))"
          report(forbidden: schema, isFirst ? "prefixItems" : "items", element, message)
        } else {
          explain(schema, element, context.below(schema))
        }
        path.removeLast()
        context.notes?.pointee.insert(position)
      }
      position += 1
    }
  }

  mutating func explainContains(_ rule: Rule, _ value: JSONCursor, _ context: Context) {
    let step = rows.pointee.full[rule.index]
    guard !evaluator.containsHolds(step, value, context) else { return }
    var all = step
    all.c = Int32(Int32.max - 1)  // counts every element
    let found = evaluator.countContained(all, value, context)
    let least = Int(step.b)
    let keyword = found < least ? (least == 1 ? "contains" : "minContains") : "maxContains"
    report(rule, value, Message.contains(least: least, most: Int(step.c), has: found), keyword: keyword)
  }
}
