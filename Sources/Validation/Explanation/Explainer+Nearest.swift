import DoubletContracts
import DoubletJSON

extension Explainer {
  /// The most branches that are tried one inside the other: each level multiplies the work.
  private static var mostTrials: Int { 3 }

  /// Explains the branch that comes closest to being met; none where two come equally close.
  ///
  /// Branches told apart by the type of the value or by a member of fixed value are told apart by that. Of the rest the
  /// one with the fewest violations is nearest.
  mutating func explainNearest(of branches: [Int32], _ value: JSONCursor, _ context: Context) {
    let ofType = branches.filter { allows($0, value, within: 8) }
    guard !ofType.isEmpty else { return }
    let ofTag = ofType.filter { !contradicts($0, value, within: 8) }
    let candidates = ofTag.isEmpty ? ofType : ofTag
    if candidates.count == 1 { return context.choosing(candidates[0]) { explain(candidates[0], value, $0) } }
    guard trials < Self.mostTrials else { return }
    var nearest: [Finding] = []
    var isTied = false
    for branch in candidates {
      let findings = trial(branch, value, context)
      if nearest.isEmpty || findings.count < nearest.count {
        nearest = findings
        isTied = false
      } else if findings.count == nearest.count {
        isTied = true
      }
    }
    if !isTied { found += nearest }
  }

  private mutating func trial(_ branch: Int32, _ value: JSONCursor, _ context: Context) -> [Finding] {
    let before = found
    found = []
    trials += 1
    context.noting(nil).choosing(branch) { explain(branch, value, $0) }
    trials -= 1
    defer { found = before }
    return found
  }

  /// Whether a schema allows the value's type, as far as its own keywords and those it refers to tell.
  private func allows(_ schema: Int32, _ value: JSONCursor, within depth: Int) -> Bool {
    guard depth > 0 else { return true }
    return source.program(of: Int(schema)).allSatisfy { instruction in
      switch instruction.opcode {
      case .never: false
      case .type: evaluator.isType(instruction.a, value, value.kind)
      case .reference: allows(instruction.a, value, within: depth - 1)
      case .allOf:
        source.schemasInPlace(of: instruction).allSatisfy { allows(Int32($0), value, within: depth - 1) }
      default: true
      }
    }
  }

  /// Whether the value has a member to which the schema gives fixed values, none of which it is.
  private func contradicts(_ schema: Int32, _ value: JSONCursor, within depth: Int) -> Bool {
    guard depth > 0, value.kind == .object else { return false }
    let span = source.schemas[Int(schema)].program
    return span.indices.contains { index in
      let instruction = source.instructions[index]
      switch instruction.opcode {
      case .reference, .allOf:
        return source.schemasInPlace(of: instruction).contains { contradicts(Int32($0), value, within: depth - 1) }
      case .members:
        return source.properties[source.objects[Int(instruction.a)].properties.indices].contains { property in
          guard let member = value.member(named: property.name) else { return false }
          return source.schemas[property.schema].program.indices.contains { index in
            let step = rows.pointee.full[index]
            let isFixed = step.opcode == .constant || step.opcode == .enumeration
            return isFixed && !evaluator.isChoice(step, member)
          }
        }
      default: return false
      }
    }
  }
}
