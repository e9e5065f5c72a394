import DoubletJSON
import DoubletServer
import DoubletSpecCompiler
import DoubletSpecs
import Testing

@testable import doublet

@Suite struct ReportTests {
  @Test func `the routes of the bundled documents are a table`() throws {
    let lines = Routes.text(RouteRow.rows(of: Specs.bundled)).split(separator: "\n").map(String.init)
    #expect(lines[0].hasPrefix("METHOD  PATH"))
    let row = try #require(lines.first { $0.contains("PutCustomerLeadSource") })
    let cells = row.split(separator: "  ").map { $0.filter { $0 != " " } }.filter { !$0.isEmpty }
    #expect(cells.prefix(3) == ["PUT", "/customers/{id}/lead-source", "PutCustomerLeadSource"])
    #expect(cells[3] == "SecretApiKey|JWT")
    #expect(cells[4] == "replaceleadSources")
    #expect(lines.allSatisfy { !$0.hasSuffix(" ") })
  }

  @Test func `a check names resources with their actions, and says that all is enforced`() {
    let text = Check.report(LoadedSpec.load([])).text
    #expect(text.contains("Rebilly lead sources latest   rebilly, OpenAPI 3.1.1, specs/rebilly.yaml"))
    #expect(text.contains("leadSources  by path.id  read, replace, delete"))
    #expect(text.contains("everything is enforced"))
  }

  @Test func `what is inferred is marked, as text and as JSON`() throws {
    let document = """
      openapi: 3.1.1
      info: {title: Pets, version: '1'}
      paths:
        /pets/{id}:
          parameters: [{name: id, in: path, required: true, schema: {type: string}}]
          get:
            operationId: GetPet
            responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
          put:
            operationId: PutPet
            requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
            responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}
      components: {schemas: {Pet: {type: object, properties: {id: {type: string}, name: {type: string}}}}}
      """
    let report = Check.report(LoadedSpec.load(["pets.yaml"]) { _ in Array(document.utf8) })
    let rows = RouteRow.rows(of: report.specs.compactMap(\.contract))
    #expect(rows.map(\.actionText) == ["read pets (inferred)", "replace pets (inferred)"])
    #expect(rows.allSatisfy { $0.json["inferred"] == .bool(true) })
    #expect(report.json["documents"]?[0]?["resources"]?[0]?["inferred"] == .bool(true))
    #expect(RouteRow.rows(of: Specs.bundled).allSatisfy { !$0.isInferred })
  }

  @Test func `a document without a title has its file's name`() {
    let document = "openapi: 3.1.0\npaths: {/a: {get: {responses: {'204': {description: d}}}}}"
    let report = Check.report(LoadedSpec.load(["pets.yaml"]) { _ in Array(document.utf8) })
    #expect(report.text.hasPrefix("pets   pets, OpenAPI 3.1.0, pets.yaml\n"))
  }

  @Test func `an operation that has nothing to answer with is told`() {
    let document = """
      openapi: 3.1.1
      info: {title: Pets, version: '1'}
      paths:
        /a: {get: {responses: {'200': {description: ok, content: {application/json: {example: {a: 1}}}}}}}
        /b: {get: {responses: {'200': {description: ok, content: {application/json: {schema: {type: object}}}}}}}
        /c: {delete: {responses: {'204': {description: gone}}}}
      """
    let report = Check.report(LoadedSpec.load(["pets.yaml"]) { _ in Array(document.utf8) })
    #expect(
      RouteRow.rows(of: report.specs.compactMap(\.contract)).map(\.actionText) == ["example", "sample", "example"]
    )
    #expect(report.text.contains("1 operation without action and example: a valid sample is answered"))
  }

  @Test func `every operation has its count of rules, and with --matrix every rule its line`() {
    var report = Check.report(LoadedSpec.load([]))
    #expect(report.text.contains(/GET +\/sources\/\{id\} +Sources_Get +read sources +\d+ rules/))
    report.listsRules = true
    #expect(report.text.contains(/body application\/json +\/medium +maxLength +enforced +specs\/rebilly.yaml:\d+:\d+/))
  }

  @Test func `a self-test says how many rules are proven`() throws {
    var report = Check.report(LoadedSpec.load([]))
    try report.test()
    #expect(report.text.contains(/self-test: \d+ proven, \d+ cannot be broken, \d+ not proven, 0 failed/))
    let json = try JSON(parsing: report.json.text())
    #expect(json["documents"]?[0]?["selfTest"]?["failed"] == [])
  }

  @Test func `a check as JSON is for programs`() throws {
    let json = try JSON(parsing: Check.report(LoadedSpec.load([])).json.text())
    #expect(json["servable"] == true)
    #expect(json["documents"]?.array?.count == Specs.bundled.count)
    #expect(json["documents"]?.array?.first?["diagnostics"] == [])
    #expect(json["documents"]?[0]?["operations"]?[0]?["rules"]?[0]?["enforced"] == true)
  }

  @Test func `a document that warns is served, and the warning is listed`() {
    let warning = Diagnostic(severity: .warning, file: "a.yaml", line: 3, column: 5, message: "this is wrong")
    let report = CheckReport(
      specs: [LoadedSpec(path: "a.yaml", contract: Specs.bundled[0], diagnostics: [warning])],
      conflict: nil
    )
    #expect(report.isServable)
    #expect(report.text.contains("1 mistake\n    a.yaml:3:5: this is wrong"))
  }

  @Test func `two documents that answer the same requests cannot be served together`() {
    let report = Check.report(LoadedSpec.load([]) + LoadedSpec.load([]))
    #expect(!report.isServable)
    #expect(report.conflict != nil)
  }

  @Test func `the ready line has its public form`() {
    let line = ReadyLine(url: "http://127.0.0.1:43117", port: 43117, pid: 5121, contracts: [])
    #expect(
      line.text(.text)
        == "doublet ready url=http://127.0.0.1:43117 port=43117 control=http://127.0.0.1:43117/__doublet pid=5121"
    )
    #expect(
      line.text(.json)
        == #"{"event":"ready","url":"http://127.0.0.1:43117","port":43117,"control":"http://127.0.0.1:43117/__doublet","#
        + #""pid":5121,"documents":[]}"#
    )
  }

  @Test func `the banner names every document and the way to stop`() {
    let banner = Banner(
      contracts: Specs.bundled,
      url: "http://localhost:4010",
      milliseconds: 21,
      warnings: 2,
      paths: ["openapi.yaml"]
    )
    let text = banner.text(isColored: false)
    #expect(text.contains("doublet 0.1.0  ready in 21 ms"))
    #expect(text.contains("➜ API      http://localhost:4010\n"))
    #expect(text.contains("! 2 things in these documents are wrong or not enforced   doublet check openapi.yaml"))
    #expect(!text.contains("\u{1B}"))
    #expect(banner.text(isColored: true).contains("\u{1B}[1m"))
  }
}
