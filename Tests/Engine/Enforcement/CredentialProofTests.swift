import Testing

@testable import DoubletEngine

/// How credentials are proven to be asked for, beside alternatives that take others.
@Suite struct CredentialProofTests {
  /// The proofs of an operation with this security.
  private func proofs(asking security: String) throws -> [Proof] {
    let yaml = """
      openapi: 3.1.0
      info: {title: T, version: '1'}
      paths: {/a: {get: {security: \(security), responses: {'204': {description: d}}}}}
      components:
        securitySchemes:
          key: {type: apiKey, in: header, name: X-Key}
          token: {type: http, scheme: bearer}
          grant: {type: oauth2, flows: {clientCredentials: {tokenUrl: https://a.example/token, scopes: {read: r, write: w}}}}
      """
    return try DoubletEngineTests.proofs(of: compiled(yaml))
  }

  @Test func `a scope is proven beside an alternative whose credential looks the same`() throws {
    let proofs = try proofs(asking: "[{token: []}, {grant: [read]}, {grant: [write]}]")
    #expect(failures(in: proofs) == [] && unproven(in: proofs) == [] && unbreakable(in: proofs) == [])
    #expect(proofs.count { $0.row.rule == "scope" } == 2)
  }

  @Test func `a scope that another alternative does without cannot be broken`() throws {
    let proofs = try proofs(asking: "[{grant: [read, write]}, {grant: [read]}]")
    #expect(failures(in: proofs) == [] && unproven(in: proofs) == [])
    let reason = "who lacks nothing but the scope is let in by another alternative"
    #expect(unbreakable(in: proofs) == ["security grant write scope: \(reason)"])
  }

  @Test func `a credential that another alternative does without cannot be broken`() throws {
    let proofs = try proofs(asking: "[{key: [], token: []}, {key: []}]")
    #expect(failures(in: proofs) == [] && unproven(in: proofs) == [])
    let reasons = unbreakable(in: proofs)
    #expect(reasons.count == 1)
    #expect(reasons.allSatisfy { $0.hasSuffix(": what is left without it lets in by another alternative") })
  }
}
