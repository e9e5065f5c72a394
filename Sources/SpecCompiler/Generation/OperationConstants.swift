import DoubletContracts

/// The constants that stand for operations in tests.
struct OperationConstants {
  /// A constant.
  struct Constant {
    /// Its name in Swift.
    var name: String
    /// The operation's id, with its API's name before it where another API has the same.
    var value: String
    /// The API's name.
    var api: String
    /// The operation's method.
    var method: String
    /// The operation's path.
    var path: String
  }

  /// The constants, in the order of the contracts and of their operations.
  private(set) var constants: [Constant] = []

  init(_ contracts: [Contract]) {
    var ids: [String: Int] = [:]
    for operation in contracts.flatMap(\.operations) { ids[operation.id, default: 0] += 1 }
    var taken: Set<String> = []
    for contract in contracts {
      for operation in contract.operations {
        let api = contract.info.name
        var name = SwiftName.camelCase([operation.id])
        if taken.contains(name) { name = SwiftName.camelCase([api, operation.id]) }
        while !taken.insert(name).inserted { name += "_" }
        constants.append(
          Constant(
            name: SwiftName.escaping(name),
            value: ids[operation.id] == 1 ? operation.id : "\(api)/\(operation.id)",
            api: api,
            method: operation.method,
            path: operation.path
          )
        )
      }
    }
  }
}
