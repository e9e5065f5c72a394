import DoubletContracts
import DoubletEngine
import DoubletJSON

/// What `doublet check` tells of the rules of a contract: how many there are, and which of them are not enforced.
struct RuleReport {
  let contract: Contract
  /// How many rules each operation has.
  let counts: [Int]
  private let matrix: EnforcementMatrix

  /// The rules of a contract.
  init(_ contract: Contract) {
    let matrix = EnforcementMatrix(contract)
    self.contract = contract
    self.matrix = matrix
    counts = contract.operations.indices.map { matrix.rows(of: $0).count }
  }

  /// The counts, and each rule that is not enforced.
  var lines: [String] {
    let unenforced = ([-1] + contract.operations.indices).flatMap { index in
      matrix.unenforced(in: index).map { (index < 0 ? "" : "\(contract.operations[index].id) ", $0) }
    }
    let count = counts.reduce(matrix.unenforced(in: -1).count, +)
    guard !unenforced.isEmpty else { return ["  \(count.counted("rule")), everything is enforced"] }
    return ["  \(count.counted("rule")), \(unenforced.count) not enforced"]
      + unenforced.map { operation, row in
        "    \(contract.place(row.position)): \(operation)\(row.what): \(row.reason ?? "")"
      }
  }

  /// Every rule of every operation.
  var allLines: [String] {
    contract.operations.enumerated().flatMap { index, operation in
      ["  \(operation.method) \(operation.path)  \(operation.id)"]
        + TextTable(
          rows: matrix.rows(of: index).map { row in
            [row.location, row.field, row.rule, row.verdict, contract.place(row.position)]
          }
        ).lines(indent: "    ")
    }
  }

  /// The rules of an operation, or those of the document, as JSON.
  func json(ofOperation index: Int) -> JSON {
    .array((index < 0 ? matrix.unenforced(in: index) : matrix.rows(of: index)).map { $0.json(in: contract) })
  }
}

extension EnforcementRow {
  /// Place and rule in a line: `query limit maximum`.
  var what: String { [location, field, rule].filter { !$0.isEmpty }.joined(separator: " ") }

  /// `enforced`, `enforced under a bound of steps`, `not enforced: why`.
  fileprivate var verdict: String {
    reason.map { "not enforced: \($0)" } ?? (note.isEmpty ? "enforced" : "enforced \(note)")
  }

  /// As JSON.
  func json(in contract: Contract) -> JSON {
    var object: JSONObject = [
      "location": .string(location), "field": .string(field), "rule": .string(rule), "enforced": .bool(isEnforced),
    ]
    if let reason { object["reason"] = .string(reason) }
    if !note.isEmpty { object["note"] = .string(note) }
    if !schemaLocation.isEmpty { object["schema"] = .string(schemaLocation) }
    object["place"] = .string(contract.place(position))
    return .object(object)
  }
}
