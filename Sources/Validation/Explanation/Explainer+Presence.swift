import DoubletContracts
import DoubletJSON

/// Schemas that ask for members and say nothing else: `oneOf: [{required: [a]}, {required: [b]}]`. Their messages name
/// the members, since "one of 2 schemas" would tell nobody what to write.
extension Explainer {
  /// The members that each of the schemas asks for, where each asks for one alone.
  func presences(of branches: [Int32]) -> [String]? {
    let names = branches.compactMap { presence(in: $0) }
    return names.count == branches.count && names.allSatisfy { $0.count == 1 } ? names.flatMap { $0 } : nil
  }

  /// The members that a schema asks for, where it says nothing else.
  func presence(in schema: Int32) -> [String]? {
    let program = source.program(of: Int(schema))
    guard program.count == 1, let only = program.first, only.opcode == .required else { return nil }
    return Array(source.names[Int(only.a)..<Int(only.a + only.b)])
  }

  /// The names that are members of the value.
  func present(_ names: [String], in value: JSONCursor) -> [String] {
    names.filter { value.member(named: $0) != nil }
  }
}
