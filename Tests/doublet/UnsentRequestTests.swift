import DoubletContracts
import DoubletSpecCompiler
import Testing

@testable import doublet

@Suite struct UnsentRequestTests {
  @Test func `webhooks and callbacks are told once each, with the place`() throws {
    let yaml = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      webhooks:
        made: {post: {responses: {'204': {description: d}}}}
        gone: {post: {responses: {'204': {description: d}}}}
      paths:
        /a:
          get: {callbacks: {}, responses: {'204': {description: d}}}
          put: {callbacks: {}, responses: {'204': {description: d}}}
      """
    let result = SpecCompiler.compile(SourceFile(path: "api.yaml", bytes: Array(yaml.utf8)), isStrict: true)
    #expect(result.diagnostics.isEmpty, "to describe them is no mistake")
    let contract = try #require(result.contract)
    #expect(
      contract.unsentRequests.map(\.description) == [
        "api.yaml:3:1: warning: 'webhooks' does nothing here: a webhook is a request of the API's own, and a fake sends "
          + "none",
        "api.yaml:8:11: warning: 'callbacks' does nothing here: a callback is a request of the API's own, and a fake "
          + "sends none (of 2 operations)",
      ]
    )
  }
}
