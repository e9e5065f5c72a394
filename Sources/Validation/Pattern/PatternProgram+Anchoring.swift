extension PatternProgram {
  /// Whether no path from the start consumes, accepts, or looks around without first passing `^`.
  func startsOnlyAtStart() -> Bool {
    var visited = [Bool](repeating: false, count: instructions.count)
    var pending = [0]
    while let address = pending.popLast() {
      if visited[address] { continue }
      visited[address] = true
      switch instructions[address] {
      case .assert(.start): break
      case .split(let first, let second):
        pending.append(Int(first))
        pending.append(Int(second))
      case .jump(let target): pending.append(Int(target))
      case .save, .clear, .progress, .assert: pending.append(address + 1)
      case .look(_, _, let end): pending.append(Int(end))
      case .scalar, .scalarBefore, .lookEnd, .backReference, .accept: return false
      }
    }
    return true
  }
}
