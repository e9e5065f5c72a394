internal import DoubletContracts
internal import DoubletEngine
internal import DoubletSpecs

extension ControlCall {
  /// What there is to steer, as plain text: for a person who opens the address that the banner tells.
  func index() -> Answer {
    let operations = Specs.control?.operations ?? []
    let width = operations.map(\.method.count).max() ?? 0
    let lines = operations.map { operation in
      "  \(operation.method)\(String(repeating: " ", count: width - operation.method.count))  \(operation.path)\n"
    }
    let text = """
      Doublet \(DoubletVersion.current) is steered by these requests. They speak of the sandbox 'default', under /~NAME of another.

      \(lines.joined())
      """
    return Answer(status: 200, headers: ["Content-Type": "text/plain"], body: Array(text.utf8))
  }
}
