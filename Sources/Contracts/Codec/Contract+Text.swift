extension Contract {
  /// The first line of every contract text; another number is another layout.
  static let heading = "doublet-contract 1"

  /// The contract as text, a line a row.
  public var text: String {
    var writer = TableWriter()
    writer.cell(Contract.heading)
    writer.endLine()
    writer.table("info", [info])
    writer.table("servers", servers)
    writer.table("operations", operations)
    writer.table("parameters", parameters)
    writer.table("bodies", bodies)
    writer.table("mediaTypes", mediaTypes)
    writer.table("examples", examples)
    writer.table("encodings", encodings)
    writer.table("responses", responses)
    writer.table("headers", headers)
    writer.table("schemes", schemes)
    writer.table("alternatives", alternatives)
    writer.table("requirements", requirements)
    writer.table("resources", resources)
    writer.table("computed", computed)
    writer.table("links", links)
    writer.table("actions", actions)
    writer.table("listParameters", listParameters)
    writer.table("listMembers", listMembers)
    writer.table("problems", problems)
    writer.table("quotas", quotas)
    writer.table("unenforced", unenforced)
    schemas.write(to: &writer)
    return writer.text
  }

  /// Reads what ``text`` wrote, whole: a text that goes on afterwards is not a contract.
  public init(text: [UInt8]) throws(TableError) {
    var reader = TableReader(text)
    try self.init(from: &reader)
    guard reader.isAtEnd else { throw reader.error("the end of the text") }
  }

  /// Reads one contract and stops after it.
  public init(from reader: inout TableReader) throws(TableError) {
    guard try reader.string() == Contract.heading else { throw reader.error("'\(Contract.heading)'") }
    try reader.endLine()
    guard let info = try reader.table("info", of: ContractInfo.self).first else { throw reader.error("an info row") }
    self.init(info: info)
    servers = try reader.table("servers")
    operations = try reader.table("operations")
    parameters = try reader.table("parameters")
    bodies = try reader.table("bodies")
    mediaTypes = try reader.table("mediaTypes")
    examples = try reader.table("examples")
    encodings = try reader.table("encodings")
    responses = try reader.table("responses")
    headers = try reader.table("headers")
    schemes = try reader.table("schemes")
    alternatives = try reader.table("alternatives")
    requirements = try reader.table("requirements")
    resources = try reader.table("resources")
    computed = try reader.table("computed")
    links = try reader.table("links")
    actions = try reader.table("actions")
    listParameters = try reader.table("listParameters")
    listMembers = try reader.table("listMembers")
    problems = try reader.table("problems")
    quotas = try reader.table("quotas")
    unenforced = try reader.table("unenforced")
    schemas = try SchemaTables(from: &reader)
  }
}
