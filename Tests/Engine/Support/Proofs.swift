import DoubletContracts

@testable import DoubletEngine

/// The proofs of all operations.
func proofs(of contract: Contract) throws -> [Proof] {
  let test = try SelfTest(contract)
  return contract.operations.indices.flatMap { test.prove($0) }
}

func failures(in proofs: [Proof]) -> [String] {
  proofs.flatMap { proof -> [String] in
    guard case .failed(let differences) = proof.outcome else { return [] }
    return differences.map { "\(proof.row.what): expected \($0.expected), got \($0.got) for \($0.request.target)" }
  }
}

func unproven(in proofs: [Proof]) -> [String] {
  proofs.compactMap { proof in
    guard case .unproven(let reason) = proof.outcome else { return nil }
    return "\(proof.row.what): \(reason)"
  }
}

func unbreakable(in proofs: [Proof]) -> [String] {
  proofs.compactMap { proof in
    guard case .unbreakable(let reason) = proof.outcome else { return nil }
    return "\(proof.row.what): \(reason)"
  }
}

extension EnforcementRow {
  /// Place and rule in a line.
  fileprivate var what: String { [location, field, rule].filter { !$0.isEmpty }.joined(separator: " ") }
}
