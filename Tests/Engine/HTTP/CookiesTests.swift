import Testing

@testable import DoubletEngine

@Suite struct CookiesTests {
  @Test(arguments: [
    ("sid=1", "1"), ("a=b; sid=x=y", "x=y"), ("sid=", ""), ("Sid=1", nil), ("xsid=1", nil), ("sid", nil),
    ("a=1;sid=2", "2"), ("sid=1; sid=2", "1"),
  ])
  func `a cookie is found by its whole name`(field: String, value: String?) {
    #expect(Cookies.value("sid", in: ["Cookie": field]) == value)
  }

  @Test func `a cookie is found in any of several fields`() {
    var headers: Headers = ["Cookie": "a=1"]
    headers.append("cookie", "sid=2")
    #expect(Cookies.value("sid", in: headers) == "2")
  }
}
