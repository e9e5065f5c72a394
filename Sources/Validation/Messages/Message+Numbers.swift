import DoubletContracts
import DoubletJSON

extension Message {
  /// `must be at least 5, is 3`
  static func bound(_ opcode: Opcode, _ operand: JSONNumber, _ value: JSONCursor) -> String {
    let rule =
      switch opcode {
      case .minimum: "at least"
      case .exclusiveMinimum: "greater than"
      case .maximum: "at most"
      case .exclusiveMaximum: "less than"
      default: "a multiple of"
      }
    return "must be \(rule) \(operand.text), is \(Message.value(value))"
  }
}
