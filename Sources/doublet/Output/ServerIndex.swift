import DoubletContracts
import DoubletServer

/// What `GET /` tells a person who opens the server in a browser, unless a document has that path.
struct ServerIndex {
  let contracts: [Contract]

  /// The page, as plain text.
  var text: String {
    let apis = contracts.map { contract in
      let rows = contract.operations.map { [$0.method, $0.path, $0.id] }
      return ([ContractSummary(contract).title] + TextTable(rows: rows).lines(indent: "  "))
        .map { $0 + "\n" }.joined()
    }
    return """
      Doublet \(DoubletVersion.current) stands in for these APIs:

      \(apis.joined(separator: "\n"))
      Steer it under /__doublet, which lists how: GET /__doublet/health, GET /__doublet/journal, POST /__doublet/faults, …

      """
  }
}
