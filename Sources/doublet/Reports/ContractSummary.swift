import DoubletContracts
import DoubletJSON

/// What `doublet check` tells of a contract.
struct ContractSummary {
  /// The contract.
  let contract: Contract

  /// A summary of the contract.
  init(_ contract: Contract) { self.contract = contract }

  /// `4 operations · 2 resources · 2 security schemes`.
  var counts: String {
    [
      contract.operations.count.counted("operation"), contract.resources.count.counted("resource"),
      contract.schemes.count.counted("security scheme"),
    ].joined(separator: " · ")
  }

  /// What people call it: `Orders API 2.1.0`, the short name where the document gives no title.
  var title: String {
    let title = contract.info.title.isEmpty ? contract.info.name : contract.info.title
    return contract.info.version.isEmpty ? title : "\(title) \(contract.info.version)"
  }

  /// The actions on each resource, in the order of its operations.
  var resources: [(resource: ResourceRow, actions: [ActionKind])] {
    contract.resources.enumerated().map { index, resource in
      let kinds = contract.operations.compactMap { $0.action < 0 ? nil : contract.actions[$0.action] }
        .filter { $0.resource == index }.map(\.kind)
      return (resource, kinds.reduce(into: []) { if !$0.contains($1) { $0.append($1) } })
    }
  }

  /// Name, title, version, file and size, as JSON.
  var headline: JSON {
    [
      "api": .string(contract.info.name), "title": .string(contract.info.title),
      "version": .string(contract.info.version), "openapi": .string(contract.info.openapi),
      "file": .string(contract.info.files.first ?? ""), "operations": .number(JSONNumber(contract.operations.count)),
    ]
  }

  /// The lines for people.
  func lines(_ routes: [RouteRow], _ rules: RuleReport) -> [String] {
    let info = contract.info
    var lines = ["\(title)   \(info.name), OpenAPI \(info.openapi), \(info.files.first ?? "")"]
    lines.append("  \(contract.operations.count.counted("operation"))")
    lines += TextTable(
      rows: zip(routes, rules.counts).map { row, count in
        [row.method, row.path, row.operation, row.actionText, count.counted("rule")]
      }
    ).lines(indent: "    ")
    lines.append("  \(contract.resources.count.counted("resource"))")
    lines += TextTable(
      rows: resources.map { resource, actions in
        [
          resource.name, "by \(resource.key)\(resource.inferred == nil ? "" : " (inferred)")",
          actions.isEmpty ? "no operation reads or writes it" : actions.map(\.rawValue).joined(separator: ", "),
        ]
      }
    ).lines(indent: "    ")
    return lines
  }
}
