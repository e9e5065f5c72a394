import DoubletValidation
import Testing

@Suite struct FormatSampleTests {
  @Test(arguments: [
    Sample(.dateTime, accepts: "2024-02-29T23:59:59.5+14:00"), Sample(.dateTime, refuses: "2023-02-29T00:00:00Z"),
    Sample(.dateTime, refuses: "2024-01-01 00:00:00Z"), Sample(.time, accepts: "20:59:60-03:00"),
    Sample(.time, refuses: "10:00:60Z"), Sample(.time, refuses: "10:00:00.Z"), Sample(.date, accepts: "2000-02-29"),
    Sample(.date, refuses: "1900-02-29"), Sample(.dateTimeLocal, accepts: "2026-01-31T12:00:00.25"),
    Sample(.dateTimeLocal, refuses: "2026-01-31T12:00:00Z"), Sample(.timeLocal, accepts: "23:59:60"),
    Sample(.timeLocal, refuses: "12:00"), Sample(.httpDate, accepts: "Thu, 29 Feb 2024 08:00:00 GMT"),
    Sample(.httpDate, refuses: "Thu, 30 Feb 2024 08:00:00 GMT"),
    Sample(.httpDate, refuses: "Thursday, 29-Feb-24 08:00:00 GMT"), Sample(.duration, accepts: "P3Y6M"),
    Sample(.duration, refuses: "PT1H5S"), Sample(.duration, refuses: "P"), Sample(.duration, refuses: "P1M1Y"),
  ])
  func `dates and times follow RFC 3339`(sample: Sample) {
    sample.check()
  }

  @Test(arguments: [
    Sample(.email, accepts: "o'hara+tag@mail.example"), Sample(.email, accepts: "\"a\\\"b\"@example.org"),
    Sample(.email, refuses: "\"a\"b@example.org"), Sample(.email, refuses: "a@-example.org"),
    Sample(.email, refuses: "é@example.org"), Sample(.email, accepts: "a@[IPv6:2001:db8::1]"),
    Sample(.email, refuses: "a@[IPv6:12345::]"), Sample(.email, accepts: "a@[x400:c=de]"),
    Sample(.email, refuses: "a@[]"), Sample(.idnEmail, accepts: "é@bücher.example"),
    Sample(.idnEmail, refuses: "é@bücher..example"), Sample(.idnEmail, refuses: "é@-bücher.example"),
    Sample(.hostname, accepts: "a1-b.c"), Sample(.hostname, refuses: "a.-b"), Sample(.hostname, refuses: "xn--"),
    Sample(.hostname, accepts: "XN--BCHER-KVA.example"), Sample(.idnHostname, accepts: "bücher.example"),
    Sample(.idnHostname, refuses: "Bücher.example"), Sample(.idnHostname, accepts: "xn--bcher-kva.example"),
    Sample(.idnHostname, refuses: "a_b.example"), Sample(.idnHostname, refuses: "a\u{AD}b.example"),
  ])
  func `names follow the mail and host name standards`(sample: Sample) {
    sample.check()
  }

  @Test(arguments: [
    Sample(.ipv4, accepts: "192.0.2.255"), Sample(.ipv4, refuses: "192.0.2.00"), Sample(.ipv6, accepts: "1::"),
    Sample(.ipv6, accepts: "::2:3:4:5:6:7:8"), Sample(.ipv6, refuses: "1::2:3:4:5:6:7:8"),
    Sample(.ipv6, refuses: "::1:2:3:4:5:6:7:8"), Sample(.ipv6, accepts: "::1:2:3:4:5:192.0.2.1"),
    Sample(.ipv6, refuses: ":::"), Sample(.ipv6, refuses: ":"), Sample(.ipv6, refuses: ""),
    Sample(.ipv6, refuses: "1:2:3:4:5:6:7:192.0.2.1"), Sample(.uri, accepts: "a:"), Sample(.uri, accepts: "file:///x"),
    Sample(.uri, refuses: "http://a b/"), Sample(.uri, refuses: "http://[::1"), Sample(.uri, refuses: "http://[::1]x/"),
    Sample(.uri, accepts: "http://u:p@[v1.x:y]:80/?q#f"), Sample(.uri, refuses: "http://a/#b#c"),
    Sample(.uriReference, accepts: "../a?b=/c?d"), Sample(.uriReference, refuses: "a b"),
    Sample(.uriReference, refuses: ":a"), Sample(.iri, accepts: "https://bücher.example/ü?ü#ü"),
    Sample(.iri, refuses: "https://x/\u{E000}"), Sample(.iriReference, accepts: "?\u{E000}"),
    Sample(.iriReference, refuses: "#\u{E000}"),
  ])
  func `addresses and references follow RFC 3986 and its kin`(sample: Sample) {
    sample.check()
  }

  @Test(arguments: [
    Sample(.uriTemplate, accepts: "/pets{?tags*,limit:3}"), Sample(.uriTemplate, refuses: "/pets/{}"),
    Sample(.uriTemplate, refuses: "/pets/{id"), Sample(.uriTemplate, refuses: "/pets/{id:}"),
    Sample(.jsonPointer, accepts: "/a~1b//"), Sample(.jsonPointer, refuses: "a"), Sample(.jsonPointer, refuses: "/~"),
    Sample(.relativeJSONPointer, accepts: "2+1/a"), Sample(.relativeJSONPointer, accepts: "0-2#"),
    Sample(.relativeJSONPointer, refuses: "0+#"), Sample(.relativeJSONPointer, refuses: "00"),
    Sample(.uuid, refuses: "2eb8aa08-aa98-11ea-b4aa-73b441d1638g"), Sample(.regex, accepts: "^[a-z]+$"),
    Sample(.regex, refuses: "[\\w-.]"), Sample(.regex, refuses: "("), Sample(.byte, accepts: ""),
    Sample(.byte, accepts: "Zm9vYg=="), Sample(.byte, refuses: "Zm9vYg"), Sample(.byte, refuses: "Zg==Zg=="),
    Sample(.byte, refuses: "Z==="), Sample(.base64url, accepts: "Zm-_Yg"), Sample(.base64url, accepts: "Zg=="),
    Sample(.base64url, refuses: "Zm9vY"), Sample(.base64url, refuses: "Zm+/"), Sample(.char, accepts: "é"),
    Sample(.char, refuses: ""), Sample(.char, refuses: "ab"), Sample(.mediaRange, accepts: "*/*"),
    Sample(.mediaRange, accepts: "text/html; charset=\"utf-8\";q=0.5"), Sample(.mediaRange, refuses: "*/json"),
    Sample(.mediaRange, refuses: "text"), Sample(.mediaRange, refuses: "text/html; charset"),
  ])
  func `templates, pointers and encodings follow their grammars`(sample: Sample) {
    sample.check()
  }
}
