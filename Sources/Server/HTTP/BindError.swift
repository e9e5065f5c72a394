internal import NIOCore

#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// Why a server could not listen, in a sentence that says what to do.
public struct BindError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Kind: Sendable, Hashable {
    /// Another process listens there.
    case portTaken
    /// The port asks for more rights.
    case notPermitted
    /// The host is not known, or is no address of this machine.
    case noSuchHost
    /// The port is no number from 0 to 65535.
    case noSuchPort
    /// A limit of the configuration, or its number of threads, is one that no server could keep.
    case noSuchLimit
    /// Anything else that the system says.
    case other
  }

  /// What kind of failure it is.
  public let kind: Kind
  /// The sentence: `port 4010 is taken on 127.0.0.1: …; use --port 0 for any free port`.
  public let description: String

  init(_ kind: Kind, _ description: String) {
    self.kind = kind
    self.description = description
  }

  init(_ error: any Error, address: String, port: Int) {
    switch (error as? IOError)?.errnoCode {
    case EADDRINUSE:
      self.init(
        .portTaken,
        "port \(port) is taken on \(address): another process listens there; use --port 0 for any free port"
      )
    case EACCES:
      self.init(
        .notPermitted,
        "port \(port) on \(address) is not permitted: ports below 1024 are the system's; use --port 4010 or --port 0"
      )
    case EADDRNOTAVAIL, EAFNOSUPPORT:
      self.init(
        .noSuchHost,
        "\(address) is no address of this machine; use --host localhost, or --host 0.0.0.0 for all of them"
      )
    default:
      self.init(.other, "cannot listen on port \(port) of \(address): \(error)")
    }
  }
}

/// Whether the machine lacks the address, so that `localhost` can do without it.
func isAddressMissing(_ error: any Error) -> Bool {
  switch (error as? IOError)?.errnoCode {
  case EADDRNOTAVAIL, EAFNOSUPPORT, EPROTONOSUPPORT: true
  default: false
  }
}

/// Whether the port is another process's.
func isPortTaken(_ error: any Error) -> Bool { (error as? IOError)?.errnoCode == EADDRINUSE }
