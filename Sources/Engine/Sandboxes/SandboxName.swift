/// The name of a sandbox: 1 to 64 of `A-Za-z0-9._-`.
public enum SandboxName {
  /// The sandbox of requests that name none.
  public static let `default` = "default"

  /// The header field that names a sandbox where the base URL cannot.
  public static let header = "Doublet-Sandbox"

  /// Whether a text is such a name.
  public static func isValid(_ name: String) -> Bool {
    (1...64).contains(name.utf8.count)
      && name.utf8.allSatisfy { byte in
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
          UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "-"):
          true
        default: false
        }
      }
  }

  /// The sandbox that a request names by prefix or header, else ``default``.
  public static func named(by target: Target, _ headers: Headers) throws(FakeError) -> String {
    let header = headers[Self.header]
    if let prefix = target.prefix, let header, prefix != header {
      throw FakeError(
        "The path names the sandbox '\(prefix)' and the header \(Self.header) '\(header)'; name one, or the same twice."
      )
    }
    guard let name = target.prefix ?? header else { return Self.default }
    guard isValid(name) else { throw refusal(of: name) }
    return name
  }

  /// What is said of a text that is no name.
  static func refusal(of name: String) -> FakeError {
    FakeError("'\(name)' is no name of a sandbox; a name is 1 to 64 of A-Z a-z 0-9 . _ and -.")
  }
}
