import DoubletContracts
import DoubletJSON

/// Finds the state of an API in its paths, methods and schemas: which operations make, read, list, replace, merge and
/// delete the records of which resource, where no `x-doublet` says it.
///
/// It works on the tables of a whole contract, in these steps:
///
/// 1. **families** (`Family`): the operations on `/things` and `/things/{id}`;
/// 2. **bodies** (`OperationBodies`, `HoldingFinder`): what each takes and answers, and where in an envelope the record is;
/// 3. **claims** (`Claiming`): which of them are actions, and on records of which schema;
/// 4. **rows** (`StateInference+Rows`): names, parents, keys, links, parameters of lists.
struct StateInference {
  var contract: Contract
  /// The operations that the document keeps out of it.
  let excluded: Set<Int>
  let reader: SchemaReader
  var resources: [ClaimedResource] = []

  /// The contract with what was found in it.
  static func inferred(_ contract: Contract, excluding excluded: Set<Int>) -> Contract {
    var inference = StateInference(contract: contract, excluded: excluded, reader: SchemaReader(contract.schemas))
    inference.claim()
    inference.appendRows()
    return inference.contract
  }

  private mutating func claim() {
    let families = Family.all(of: contract.operations)
    let bodies = OperationBodies(contract: contract)
    var claimed = excluded
    func add(_ resource: ClaimedResource?) {
      guard let resource else { return }
      claimed.formUnion(resource.claims.map(\.operation))
      resources.append(resource)
    }
    for isSingleton in [false, true] {
      for family in families where !isDeclared(family) {
        let claiming = Claiming(bodies: bodies, reader: reader, family: family) { !claimed.contains($0) }
        add(isSingleton ? claiming.singleton() : claiming.resource())
      }
    }
    resources.sort { $0.first < $1.first }
  }

  /// Whether the document itself says what one of the family's operations does: then it is not for inference to add to it.
  private func isDeclared(_ family: Family) -> Bool {
    (Array(family.collection.values) + Array(family.item.values)).contains { contract.operations[$0].action >= 0 }
  }
}
