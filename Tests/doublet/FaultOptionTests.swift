import DoubletContracts
import DoubletEngine
import Testing

@testable import doublet

@Suite struct FaultOptionTests {
  @Test func `a status, a count and members are read`() throws {
    let fault = try FaultOption.fault("PutCustomerLeadSource=429:2,retry-after=30,id=busy")
    #expect(fault.id == "busy")
    #expect(fault.scope == .operation("PutCustomerLeadSource"))
    #expect(fault.answer == .status(429))
    #expect(fault.times == .first(2))
    #expect(fault.retryAfter == 30)
  }

  @Test(arguments: ["tooManyRequests", "too-many-requests"])
  func `a kind is written as in JSON or with hyphens`(kind: String) throws {
    #expect(try FaultOption.fault("*=\(kind)").answer == .problem(.tooManyRequests))
  }

  @Test func `a length of time holds the answer back`() throws {
    let fault = try FaultOption.fault("GetCustomer=250ms:3")
    #expect(fault.answer == .delivery(Delivery(delayMilliseconds: 250)))
    #expect(fault.times == .first(3))
  }

  @Test(arguments: [
    ("*=500", Fault.Scope.all),
    ("GetCustomer=500", .operation("GetCustomer")),
    ("rebilly/GetCustomer=500", .operation("rebilly/GetCustomer")),
    ("GET /sources/*=500", .match(method: "GET", path: "/sources/*")),
    ("get /sources/{id}=500", .match(method: "GET", path: "/sources/*")),
    ("/customers/**=500", .match(method: nil, path: "/customers/**")),
  ])
  func `the operation is an id, a path or all`(text: String, scope: Fault.Scope) throws {
    #expect(try FaultOption.fault(text).scope == scope)
  }

  @Test(arguments: [
    ("*=500", Fault.Times.always),
    ("*=500:3", .first(3)),
    ("*=500,first=3", .first(3)),
    ("*=500,every=3", .every(3)),
    ("*=500,after=3", .after(3)),
    ("*=500,between=2-4", .between(2, 4)),
    ("*=500,probability=0.5", .probability(0.5)),
  ])
  func `when it fires is a count, a step, a span or a chance`(text: String, times: Fault.Times) throws {
    #expect(try FaultOption.fault(text).times == times)
  }

  @Test func `a comma that no key follows belongs to the value`() throws {
    let fault = try FaultOption.fault("*=503,reason=Closed on 24, 25 and 26, sorry,every=2")
    #expect(fault.reason == "Closed on 24, 25 and 26, sorry")
    #expect(fault.times == .every(2))
  }

  @Test func `a value may hold an equals sign`() throws {
    #expect(try FaultOption.fault("*=503,reason=2+2=4").reason == "2+2=4")
  }

  @Test(arguments: [
    ("PutCustomerLeadSource", "must be OP=WHAT, such as GetCustomer=429 or 'GET /customers/*=401:2'"),
    ("=429", "must be OP=WHAT, such as GetCustomer=429 or 'GET /customers/*=401:2'"),
    (
      "*=too-many-request",
      "'too-many-request' is neither a status, nor a kind of problem, nor a delay such as 50ms (did you mean "
        + "'tooManyRequests'?)"
    ),
    ("*=200", "status must be 400 to 599, is 200"),
    ("*=429:often", "'often' after the colon must be a whole number: fail the first N requests"),
    ("*=429:0", "first must be at least 1, or the fault never fires"),
    (
      "*=429,retry-aftre=30",
      "there is no key 'retry-aftre' (did you mean 'retry-after'?); there are id, reason, retry-after, first, every, "
        + "after, between, probability"
    ),
    ("*=429,retry-after=soon", "retry-after must be a number, is 'soon'"),
    ("*=429,retry-after=0.5", "retry-after must be a whole number, is 0.5"),
    (
      "*=429:2,every=3", "every comes on top of another rule; give one of :N, after, between, every, first, probability"
    ),
    ("*=429,between=4", "between must be two whole numbers such as 2-4, is '4'"),
    ("*=429,between=4-2", "between must be two whole numbers in order from 1, such as [2, 4]"),
    ("*=429,probability=2", "probability must be above 0 and at most 1, or the fault never fires"),
  ])
  func `a mistake is told with the remedy`(text: String, sentence: String) {
    #expect(throws: Mistake(sentence)) { try FaultOption.fault(text) }
  }
}
