/// The `Cookie` header field (RFC 6265, section 5.4).
enum Cookies {
  /// The value of the first cookie of that name.
  static func value(_ name: String, in headers: Headers) -> String? {
    pairs(in: headers).first { $0.name == name }?.value
  }

  /// All cookies, in the order in which they came.
  static func pairs(in headers: Headers) -> [(name: String, value: String)] {
    headers.all("Cookie").flatMap { field in
      field.split(separator: ";").compactMap { pair -> (name: String, value: String)? in
        let parts = pair.drop { $0 == " " }.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
      }
    }
  }
}
