import AllocationCounter

/// Measures all hot paths and holds them against the thresholds.
enum Counts {
  static func tell(thresholds: Thresholds?) throws {
    guard doublet_allocations() >= 0 else {
      return StandardOutput.write("skipped: allocations cannot be counted on this system\n")
    }
    var excesses: [String] = []
    StandardOutput.write("hot path              allocations  nanoseconds\n")
    for path in try HotPath.all() {
      let measured = try Measurement(of: path, times: 2000)
      let allocations = (measured.allocations * 10).rounded() / 10
      StandardOutput.write(
        "\(path.name.padded(to: 20))\("\(allocations)".padded(to: -13))\("\(Int(measured.nanoseconds))".padded(to: -13))\n"
      )
      if let excess = try thresholds?.excess(of: path.name, allocations) { excesses.append(excess) }
    }
    guard excesses.isEmpty else { throw Mistake(excesses.joined(separator: "\n")) }
  }

  /// Does one hot path again and again.
  static func `repeat`(_ name: String, times: Int) throws {
    guard let path = try HotPath.all().first(where: { $0.name == name }) else {
      throw Mistake(
        "there is no hot path '\(name)'; there are \(try HotPath.all().map(\.name).joined(separator: ", "))"
      )
    }
    for _ in 0..<times {
      guard path.run() else { throw Mistake("'\(name)' does not do what it should") }
    }
  }
}

extension String {
  /// With blanks after it, or, for a negative width, before it.
  fileprivate func padded(to width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - count))
    return width < 0 ? blanks + self : self + blanks
  }
}
