import DoubletContracts
import DoubletEngine
import DoubletJSON
import DoubletServer
import DoubletSpecs
import Testing

@Suite struct ControlRoutingTests {
  @Test func `health tells of the process`() throws {
    let health = try Steering()("GET", "/health").json
    #expect(health?["status"] == "ready")
    #expect(health?["version"] == .string(DoubletVersion.current))
    #expect(health?["apis"] == ["crmcom", "leadping", "rebilly"])
    #expect(health?["sandboxes"] == 1)
    #expect(health?["unreadable"] == 0)
  }

  @Test func `who opens its address finds what there is to steer`() throws {
    let answer = try Steering()("GET", "")
    #expect(answer.status == 200)
    #expect(answer.headers["Content-Type"] == "text/plain")
    let text = String(decoding: answer.body, as: UTF8.self)
    #expect(text.contains("\n  GET     /__doublet/journal\n"))
    #expect(text.contains("\n  DELETE  /__doublet/faults/{id}\n"))
  }

  @Test(arguments: ["/customers/x", "/__doublets/health", "/", "/~a/customers", "/doublet"])
  func `other paths are not its own`(path: String) throws {
    #expect(try Steering().control.answer(Request("GET", path)) == nil)
  }

  @Test(arguments: ["/__doublet", "/__doublet/", "/%5F_doublet/health", "/~a/__doublet/x", "/__doublet/nothing"])
  func `its paths are its own, in any encoding`(path: String) throws {
    #expect(try Steering().control.answer(Request("GET", path)) != nil)
  }

  @Test func `an unknown path is told with the nearest`() throws {
    let answer = try Steering()("GET", "/journals")
    #expect(answer.status == 404)
    #expect(answer.headers["Content-Type"] == "application/problem+json")
    #expect(answer.detail.contains("GET /__doublet/journal"))
    #expect(answer.codes == ["route.unknown"])
  }

  @Test func `a wrong method is told with the right ones`() throws {
    let answer = try Steering()("PUT", "/reset")
    #expect(answer.status == 405)
    #expect(answer.headers["Allow"] == "POST")
  }

  @Test func `a body that is not JSON is refused`() throws {
    let steer = try Steering()
    let form: Headers = ["Content-Type": "application/x-www-form-urlencoded"]
    #expect(try steer("POST", "/faults", headers: form, text: "a=b").status == 415)
    let broken = try steer("POST", "/faults", headers: ["Content-Type": "application/json"], text: "{")
    #expect(broken.status == 400)
    #expect(broken.codes == ["body.malformed"])
    #expect(try steer("POST", "/faults").status == 400)
  }

  @Test func `a body that breaks the contract is refused with all violations`() throws {
    let answer = try Steering()("POST", "/clock", ["advance": "soon", "when": 1])
    #expect(answer.status == 422)
    #expect(answer.codes.contains("body.pattern"))
    #expect(answer.codes.contains("body.additionalProperties"))
    let first = answer.json?["violations"]?[0]
    #expect(first?["place"]?.string?.hasPrefix("specs/control.yaml:") == true)
    #expect(first?["fingerprint"]?.string?.count == 16)
  }

  @Test func `an unknown query parameter is refused with the nearest`() throws {
    let answer = try Steering()("GET", "/journal?sandbx=*&after=x")
    #expect(answer.status == 422)
    #expect(answer.codes == ["query.unknown", "query.type"])
    #expect(answer.json?["violations"]?[0]?["message"]?.string?.contains("(did you mean 'sandbox'?)") == true)
    #expect(try Steering()("GET", "/health?x=1").codes == ["query.unknown"])
  }

  @Test func `prefix and header must name the same sandbox`() throws {
    let answer = try Steering()("GET", "/~a/__doublet/clock", headers: ["Doublet-Sandbox": "b"])
    #expect(answer.status == 400)
    #expect(answer.detail.contains("name one, or the same twice"))
  }

  @Test func `what the server could not read whole is refused`() throws {
    let answer = try Steering().control.answer(Request("POST", "/__doublet/verify"), refused: .contentTooLarge)
    #expect(answer?.status == 413)
    #expect(answer?.detail == "The body is larger than this server reads.")
  }

  @Test func `its requests are in no journal, quota or fault`() throws {
    let steer = try Steering()
    #expect(try steer("POST", "/faults", ["operation": "*", "status": 503]).status == 201)
    #expect(try steer("GET", "/faults").status == 200)
    #expect(try steer("GET", "/nothing").status == 404)
    #expect(steer.fake.journal().isEmpty)
    #expect(try steer("GET", "/faults").json?["faults"]?[0]?["reached"] == 0)
  }
}
