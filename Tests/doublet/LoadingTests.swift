import DoubletContracts
import DoubletEngine
import DoubletScenarios
import DoubletSpecCompiler
import DoubletSpecs
import Testing

@testable import doublet

@Suite struct LoadingTests {
  /// A document without a mistake that refers to a file beside it.
  private static let files = [
    "apis/pets.yaml": """
    openapi: 3.1.1
    info: {title: Pets, version: '1'}
    paths:
      /pets/{id}:
        get:
          operationId: getPet
          parameters:
            - {name: id, in: path, required: true, schema: {type: string}}
          responses:
            '200':
              description: A pet.
              content:
                application/json:
                  schema: {$ref: 'parts/pet.yaml'}
    """,
    "apis/parts/pet.yaml": "type: object\nrequired: [name]\nproperties:\n  name: {type: string}\n",
    "apis/wrong.yaml": """
    openapi: 3.1.1
    info: {title: Wrong, version: '1'}
    paths:
      /pets:
        get:
          operationId: listPets
          responses:
            '200':
              description: Pets.
              content:
                application/json:
                  schema: {$ref: '#/components/schemas/Pet'}
    """,
  ]

  private func read(_ path: String) throws -> [UInt8] {
    guard let text = Self.files[path] else { throw FileReading.Unreadable(reason: "No such file or directory") }
    return Array(text.utf8)
  }

  @Test func `without a path the bundled documents are served`() throws {
    let specs = LoadedSpec.load([])
    #expect(try specs.contracts().map(\.info.name) == Specs.names)
    #expect(specs.allSatisfy { $0.diagnostics.isEmpty })
  }

  @Test func `a document may refer to a file beside it`() throws {
    let specs = LoadedSpec.load(["apis/pets.yaml"], reading: read)
    #expect(specs[0].diagnostics.isEmpty)
    #expect(try specs.contracts().first?.operations.map(\.id) == ["getPet"])
  }

  @Test func `a mistake in a document has a line and a column, and ends the process`() throws {
    let specs = LoadedSpec.load(["apis/wrong.yaml"], reading: read)
    #expect(specs[0].errorCount == 1)
    #expect(specs[0].diagnostics[0].description.hasPrefix("apis/wrong.yaml:12:"))
    #expect(throws: Failure(status: .usage, reason: "apis/wrong.yaml has 1 error")) { try specs.contracts() }
  }

  @Test func `a file that is not there is told by its name`() {
    let specs = LoadedSpec.load(["none.yaml"], reading: read)
    #expect(
      specs[0].diagnostics[0].description
        == "none.yaml:1:1: error: the file cannot be read: No such file or directory"
    )
  }

  @Test func `a compiled document is served without the files that it was made of`() throws {
    let contracts = try LoadedSpec.load(["apis/pets.yaml"], reading: read).contracts()
    let compiled = Array(ContractFile.text(of: contracts + Specs.bundled).utf8)
    let specs = LoadedSpec.load(["all.contract"]) { _ in compiled }
    #expect(try specs.contracts() == contracts + Specs.bundled)
    let cut = LoadedSpec.load(["all.contract"]) { _ in compiled.dropLast(100) }
    #expect(
      cut.flatMap(\.diagnostics).map(\.description)
        == ["all.contract:1:1: error: the file ends too early; compile the document again"]
    )
    let foreign = LoadedSpec.load(["all.contract"]) { _ in Array("openapi: 3.1.1".utf8) }
    #expect(foreign.first?.diagnostics.first?.message == "this is no file that 'doublet compile' wrote")
  }

  @Test func `strictly, a mistake that a document can be served with is an error`() {
    let text = Self.files["apis/pets.yaml"]?.replacing("info: {title: Pets, version: '1'}\n", with: "") ?? ""
    let read = { (path: String) in path == "apis/pets.yaml" ? Array(text.utf8) : try self.read(path) }
    let lenient = LoadedSpec.load(["apis/pets.yaml"], reading: read)
    #expect(lenient[0].contract != nil)
    #expect(lenient[0].diagnostics.map(\.severity) == [.warning])
    let strict = LoadedSpec.load(["apis/pets.yaml"], isStrict: true, reading: read)
    #expect(strict[0].contract == nil)
    #expect(strict[0].errorCount == 1)
  }

  @Test func `a folder is no file`() {
    #expect(throws: FileReading.Unreadable.self) { try FileReading.bytes(of: "/") }
  }

  @Test func `a fault on an unknown operation is blamed on its argument`() throws {
    let failure = failure(faults: ["GetCustomer=401", "PutCustomerLeadSorce=429"])
    #expect(failure?.status == .usage)
    #expect(failure?.reason.hasPrefix("--fault 'PutCustomerLeadSorce=429': ") == true)
    #expect(failure?.reason.contains("PutCustomerLeadSource") == true)
  }

  @Test func `an unknown scenario and an unknown operation are told together`() throws {
    let failure = failure(scenarios: ["put-then-gett"], faults: ["GetCustomr=401"])
    #expect(failure?.reason == "2 mistakes in the arguments")
    #expect(failure?.lines.count == 2)
    #expect(failure?.lines.first?.hasPrefix("--scenario 'put-then-gett': ") == true)
    #expect(failure?.lines.first?.contains("put-then-get") == true)
  }

  @Test func `a scenario is a bundled one by name or a file`() throws {
    let text = "api: leadping\ndescription: No sources.\nfrom: nothing\n"
    let scenarios = try LoadedScenarios.load(
      ["rebilly/put-then-get", "mine/empty.yaml"],
      contracts: Specs.bundled,
      bundled: Scenarios.bundled
    ) { _ in Array(text.utf8) }
    #expect(scenarios.diagnostics.isEmpty)
    #expect(scenarios.start.map(\.name) == ["rebilly/put-then-get", "leadping/empty"])
    #expect(scenarios.all.entries.first?.name == "empty")
  }

  /// Why no fake can be made with the arguments.
  private func failure(scenarios: [String] = [], faults: [String]) -> Failure? {
    #expect(throws: Failure.self) {
      let loaded = try LoadedScenarios.load(scenarios, contracts: Specs.bundled, bundled: Scenarios.bundled)
      _ = try FakeMaking(
        contracts: Specs.bundled,
        scenarios: loaded,
        configuration: FakeConfiguration(),
        faults: try faults.map { ($0, try FaultOption.fault($0)) }
      ).make()
    }
  }
}
