import DoubletContracts
import DoubletJSON

extension Explainer {
  /// Explains the members or elements that no other keyword looked at, after all others were explained.
  mutating func explainUnevaluated(_ rule: Rule, _ value: JSONCursor, _ context: Context) {
    let step = rows.pointee.full[rule.index]
    var position = 0
    switch (step.opcode, value.kind) {
    case (.unevaluatedItems, .array):
      value.forEachElement { element in
        explainUnevaluated(step, element, .position(position), position, context)
        position += 1
      }
    case (.unevaluatedProperties, .object):
      value.forEachMember { key, member in
        if evaluator.directionalVerdict(evaluator.traits(of: key, context)) != true {
          explainUnevaluated(step, member, .key(key.index), position, context)
        }
        position += 1
      }
    default: return
    }
    context.notes?.pointee.insertAll()
  }

  private mutating func explainUnevaluated(
    _ step: Instruction,
    _ child: JSONCursor,
    _ token: Token,
    _ position: Int,
    _ context: Context
  ) {
    guard context.notes?.pointee.contains(position) != true else { return }
    path.append(token)
    if isNever(step.a) {
      report(forbidden: step.a, step.opcode.keyword, child, Message.additional(known: []))
    } else {
      explain(step.a, child, context.below(step.a))
    }
    path.removeLast()
  }
}
