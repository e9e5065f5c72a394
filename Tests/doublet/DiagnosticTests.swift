import DoubletJSON
import DoubletSpecCompiler
import DoubletSpecs
import Testing

@testable import doublet

/// How mistakes in documents are told.
@Suite struct DiagnosticTests {
  private func warning(_ line: Int, _ message: String, in file: String = "a.yaml") -> Diagnostic {
    Diagnostic(severity: .warning, file: file, line: line, column: 5, message: message)
  }

  private var misfits: [Diagnostic] {
    (1...6).map { warning($0, "the example does not fit its schema: must be at most \($0) characters, is 9") }
  }

  @Test func `warnings of one kind are one line with their count and the first places`() {
    let error = Diagnostic(severity: .error, file: "a.yaml", line: 9, column: 1, message: "unknown type 'x'")
    let told = misfits + [warning(7, "'nullable' has no effect"), error, warning(2, "'x' has no effect", in: "b.yaml")]
    #expect(
      told.groupedLines(isColored: false, of: ["a.yaml"]) == [
        "a.yaml:9:1: error: unknown type 'x'",
        "a.yaml:1:5: warning: the example does not fit its schema: must be at most 1 characters, is 9 "
          + "(and 5 more like it: 2:5, 3:5, 4:5, …)",
        "a.yaml:7:5: warning: 'nullable' has no effect (and 1 more like it: b.yaml:2:5)",
        "8 warnings of 2 kinds; doublet check a.yaml lists each with its place",
      ]
    )
  }

  @Test func `what is told once is told as it is`() {
    let told = [warning(1, "'a' is unknown"), warning(2, "the path '/x' has no 'y'")]
    #expect(told.groupedLines(isColored: false, of: ["a.yaml"]) == told.map(\.description))
    #expect(told[0].line(isColored: true).contains("\u{1B}[1;33mwarning"))
  }

  @Test func `as JSON each kind is an object a line`() throws {
    let groups = DiagnosticGroup.groups(of: misfits)
    let json = try JSON(parsing: try #require(groups.first).jsonLine)
    #expect(groups.count == 1)
    #expect((json["event"], json["severity"], json["count"]) == ("diagnostic", "warning", 6))
    #expect((json["place"], json["message"]?.string) == ("a.yaml:1:5", misfits[0].message))
    #expect(json["others"] == ["a.yaml:2:5", "a.yaml:3:5", "a.yaml:4:5"])
  }

  @Test(arguments: [
    ("'a' lists \"b's\", which it's not", "'…' lists '…', which it's not"),
    ("no value meets 3 of it: /a must be", "no value meets 0 of it"),
    ("write 'GET', in capitals (told once)", "write '…', in capitals "), ("an empty ''", "an empty '…'"),
  ])
  func `a kind is told by its words alone`(message: String, kind: String) {
    #expect(warning(1, message).kind == kind)
  }

  @Test func `a check lists each warning with its place, and as JSON too`() {
    let spec = LoadedSpec(path: "a.yaml", contract: Specs.bundled[0], diagnostics: (1...300).map { warning($0, "m") })
    let report = CheckReport(specs: [spec], conflict: nil)
    #expect(report.text.contains("300 mistakes\n    a.yaml:1:5: m\n"))
    #expect(report.text.contains("\n    a.yaml:300:5: m\n"))
    #expect(report.json["documents"]?[0]?["diagnostics"]?.array?.count == 300)
  }
}
