import DoubletJSON

/// The allocations that each hot path may make: the numbers that were measured when the file was written, and a margin.
struct Thresholds {
  private let file: String
  private let margin: Double
  private let allocations: JSONObject

  init(file: String) throws {
    self.file = file
    let json = try JSON(parsing: try File.bytes(of: file))
    guard let margin = json["marginPercent"]?.int, let allocations = json["allocations"]?.object else {
      throw Mistake("\(file) has no marginPercent and allocations")
    }
    self.margin = Double(margin) / 100
    self.allocations = allocations
  }

  /// What is said of a path that allocates more than it may.
  func excess(of path: String, _ measured: Double) throws -> String? {
    guard let number = allocations[path]?.number else { throw Mistake("\(file) says nothing of '\(path)'") }
    // Half an allocation for what happens now and then: a journal that grows.
    let allowed = number.double * (1 + margin) + 0.5
    guard measured > allowed else { return nil }
    return
      "'\(path)' allocates \(measured) times, may \(number) and \(Int(margin * 100)) %. Find out why, or write the "
      + "new number into \(file) and say in the commit why it has to be."
  }
}
