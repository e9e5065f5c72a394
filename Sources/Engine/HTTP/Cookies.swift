/// The `Cookie` header field (RFC 6265, section 5.4).
enum Cookies {
  /// The value of the first cookie of that name.
  static func value(_ name: String, in headers: Headers) -> String? {
    for field in headers.all("Cookie") {
      for pair in field.split(separator: ";") {
        let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, parts[0] == name { return String(parts[1]) }
      }
    }
    return nil
  }
}
