import DoubletContracts
import DoubletJSON
import DoubletSpecs
import DoubletValidation

/// The schema of a lead source, and arrays of them.
struct Judging {
  private let validator: Validator
  private let schema: Int

  /// The lead source as the bundled document has it.
  static func leadSource() throws -> Judging {
    guard let contract = Specs.contract(named: "rebilly"),
      let resource = contract.resources.first(where: { $0.name == "leadSources" })
    else { throw Mistake("specs/rebilly.yaml has no resource leadSources any more") }
    return Judging(validator: try Validator(contract.schemas), schema: resource.schema)
  }

  /// Whether a text is a lead source, or an array of nothing else.
  func isValid(_ tape: JSONTape) -> Bool {
    tape.withUnsafeCursor { value in
      guard value.kind == .array else { return validator.isValid(value, against: schema, direction: .request) }
      return value.allElements { validator.isValid($0, against: schema, direction: .request) }
    }
  }

  /// Parses and judges a file again and again; tells the nanoseconds of the fastest of five rounds.
  static func tell(file: String, rounds: Int) throws {
    let bytes = try File.bytes(of: file)
    let judging = try leadSource()
    let path = HotPath(name: "judge") { (try? JSONTape(parsing: bytes)).map(judging.isValid) ?? false }
    StandardOutput.write("\(Int(try Measurement(of: path, times: rounds).nanoseconds))\n")
  }
}
