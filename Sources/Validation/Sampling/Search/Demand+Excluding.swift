import DoubletContracts
import DoubletJSON

extension Demand {
  /// Asks that a value does not meet a schema. Where only one rule of it can be broken its contrary is asked instead.
  mutating func exclude(_ applied: Applied, _ tables: SchemaTables) {
    guard !nots.contains(applied) else { return }
    nots.append(applied)
    isUncertain = true
    // What is asked anyhow cannot be broken.
    let breakable = tables.program(of: applied.schema).filter { step in
      switch step.opcode {
      case .type: !types.isSubset(of: JSONTypes(rawValue: Int(step.a)))
      case .minLength, .minItems, .minProperties: step.a > 0
      default: true
      }
    }
    guard breakable.count == 1, let step = breakable.first else {
      if breakable.isEmpty { refuseAll(because: "must not match \(tables.schemas[applied.schema].location)") }
      return
    }
    contradict(step, applied, tables)
  }

  /// Asks for the contrary of a rule.
  mutating func contradict(_ step: Instruction, _ applied: Applied, _ tables: SchemaTables) {
    let (a, b) = (Int(step.a), Int(step.b))
    switch step.opcode {
    // A number that is no integer is left where only integers are refused.
    case .type: refuse(JSONTypes(rawValue: a))
    case .enumeration: excluded += tables.values[a..<(a + b)]
    case .constant: excluded.append(tables.values[a])
    case .never: nots.removeLast()
    case .reference: exclude(applied.next(a, in: tables), tables)
    case .not: add(applied.next(a, in: tables), tables)
    case .anyOf: for child in tables.children[a..<(a + b)] { exclude(applied.next(child, in: tables), tables) }
    case .minimum, .exclusiveMinimum, .maximum, .exclusiveMaximum:
      narrow(to: .number)
      let isExclusive = step.opcode == .minimum || step.opcode == .maximum
      let bound = NumberDemand.Bound(tables.numbers[a], isExclusive: isExclusive)
      let isLower = step.opcode == .minimum || step.opcode == .exclusiveMinimum
      if isLower { number.upper.append(bound) } else { number.lower.append(bound) }
    case .minLength:
      narrow(to: .string)
      string.most = min(string.most, a - 1)
    case .maxLength:
      narrow(to: .string)
      string.least = max(string.least, a + 1)
    case .minItems:
      narrow(to: .array)
      array.most = min(array.most, a - 1)
    case .maxItems:
      narrow(to: .array)
      array.least = max(array.least, a + 1)
    case .minProperties:
      narrow(to: .object)
      object.most = min(object.most, a - 1)
    case .maxProperties:
      narrow(to: .object)
      object.least = max(object.least, a + 1)
    case .required where b == 1:
      narrow(to: .object)
      object.forbidden.insert(tables.names[a])
    default: break
    }
  }
}
