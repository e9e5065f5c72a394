import DoubletContracts
import DoubletJSON
import DoubletSpecCompiler
import Testing

@Suite("The core schema of YAML 1.2")
struct YAMLScalarTests {
  @Test(
    arguments: [
      ("NO", "\"NO\""), ("on", "\"on\""), ("yes", "\"yes\""), ("12:30:45", "\"12:30:45\""),
      ("2020-01-01", "\"2020-01-01\""), ("tRUE", "\"tRUE\""), ("1_000", "\"1_000\""), ("0b11", "\"0b11\""),
      ("1.2.3", "\"1.2.3\""), ("+", "\"+\""), ("-", "[null]"), (".", "\".\""), ("1e", "\"1e\""), ("0x", "\"0x\""),
      ("<<", "\"<<\""), ("=", "\"=\""), ("'12'", "\"12\""), ("\"true\"", "\"true\""), ("!!str 12", "\"12\""),
      ("|\n       12\n", "\"12\\n\""),
    ]
  )
  func `what the core schema does not list is a string`(scalar: String, json: String) throws {
    #expect(try value(of: scalar).text() == json)
  }

  @Test(
    arguments: [
      ("null", "null"), ("~", "null"), ("Null", "null"), ("NULL", "null"), ("", "null"), ("true", "true"),
      ("True", "true"), ("TRUE", "true"), ("false", "false"), ("False", "false"), ("FALSE", "false"), ("0", "0"),
      ("-12", "-12"), ("+12", "12"), ("007", "7"), ("0o17", "15"), ("0xFF", "255"),
      ("1.1428571428571428", "1.1428571428571428"), ("1.0", "1.0"), ("1e400", "1e400"), ("-0.5E-3", "-0.5E-3"),
      (".5", "0.5"), ("-.5", "-0.5"), ("5.", "5.0"), ("05.50", "5.50"), ("1.e3", "1.0e3"),
      ("123456789012345678901234567890", "123456789012345678901234567890"),
    ]
  )
  func `null, truths and numbers keep their meaning and their digits`(scalar: String, json: String) throws {
    #expect(try value(of: scalar).text() == json)
  }

  @Test(arguments: [".inf", "-.Inf", "+.INF", ".nan", ".NaN"])
  func `what is no JSON number is an error`(scalar: String) {
    let messages = compile(document(components: "  examples:\n    E: {value: \(scalar)}\n")).messages
    #expect(
      messages == [
        "api.yaml:8:16: error: '\(scalar)' is no JSON number; write a finite number, or quote the string"
      ]
    )
  }

  /// The value of a schema's `const`, since a contract keeps it as it was read.
  private func value(of scalar: String) throws -> JSON {
    let yaml = document(components: "  schemas:\n    S:\n     const: \(scalar == "-" ? "\n      -" : scalar)\n")
    return try #require(try contract(yaml).schemas.values.first)
  }
}
