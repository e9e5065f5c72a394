import DoubletEngine
import DoubletServer
import Testing

@Suite struct ControlGateTests {
  @Test(arguments: [
    "localhost", "localhost:4010", "LOCALHOST:1", "127.0.0.1:4010", "127.8.9.10", "[::1]", "[::1]:4010",
  ])
  func `a loopback host may steer`(host: String) throws {
    #expect(try Steering()("GET", "/health", headers: ["Host": host]).status == 200)
  }

  @Test(arguments: [
    "evil.example", "evil.example:4010", "127.0.0.1.evil.example", "128.0.0.1", "127.0.0.256", "127.1", "[::2]", "",
    "localhost:4010x", "localhost, localhost", "[::1",
  ])
  func `any other host is refused`(host: String) throws {
    let answer = try Steering()("GET", "/health", headers: ["Host": host])
    #expect(answer.status == 403)
    #expect(answer.detail.contains("neither loopback nor allow-listed"))
  }

  @Test func `an allow-listed host may steer`() throws {
    let steer = try Steering(allowedHosts: ["Fake.internal"])
    #expect(try steer("GET", "/health", headers: ["Host": "fake.internal:80"]).status == 200)
    #expect(try steer("GET", "/health", headers: ["Host": "other.internal"]).status == 403)
  }

  @Test func `the host of an absolute target counts`() throws {
    let steer = try Steering()
    let request = Request("GET", "http://evil.example/__doublet/health", headers: ["Host": "localhost"])
    #expect(steer.control.answer(request)?.status == 403)
  }

  @Test(arguments: ["http://evil.example", "null", "https://localhost:4010", "http://localhost:3000"])
  func `a foreign origin is refused`(origin: String) throws {
    let headers: Headers = ["Host": "localhost:4010", "Origin": origin]
    let answer = try Steering()("POST", "/reset", headers: headers)
    #expect(answer.status == 403)
    #expect(answer.detail == "The Origin '\(origin)' is foreign: a page of another origin must not steer this fake.")
  }

  @Test func `the server's own origin may steer`() throws {
    let headers: Headers = ["Host": "localhost:4010", "Origin": "http://localhost:4010"]
    #expect(try Steering()("POST", "/reset", headers: headers).status == 204)
  }

  @Test func `a foreign origin may use the API that is faked`() throws {
    let answer = try Steering().ask("GET", "/customers/cus_01/lead-source", headers: ["Origin": "http://evil.example"])
    #expect(answer.status == 200)
  }

  @Test func `off loopback a token is asked`() throws {
    let steer = try Steering(token: "s3cret")
    let refused = try steer("GET", "/health")
    #expect(refused.status == 401)
    #expect(refused.headers["WWW-Authenticate"] == "Bearer")
    #expect(try steer("GET", "/health", headers: ["Authorization": "Bearer wrong!"]).status == 401)
    #expect(try steer("GET", "/health", headers: ["Authorization": "Basic s3cret"]).status == 401)
    #expect(try steer("GET", "/health", headers: ["Authorization": "bearer s3cret"]).status == 200)
  }
}
