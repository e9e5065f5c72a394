internal import NIOCore

/// Where a server listens.
public struct BoundServer: Sendable, Hashable {
  /// The port number, the same on all addresses.
  public let port: Int
  /// The IP addresses in the order in which they were bound: `["127.0.0.1", "::1"]`.
  public let addresses: [String]

  /// The base URL that reaches the server on this machine: `http://127.0.0.1:4010`.
  public var url: String {
    let address =
      switch addresses.first {
      case "0.0.0.0", nil: "127.0.0.1"
      case "::": "[::1]"
      case .some(let address): address.contains(":") ? "[\(address)]" : address
      }
    return "http://\(address):\(port)"
  }

  init(port: Int, addresses: [String]) {
    self.port = port
    self.addresses = addresses
  }

  init(listeners: [any Channel]) {
    let addresses = listeners.compactMap(\.localAddress)
    self.init(port: addresses.first?.port ?? 0, addresses: addresses.compactMap(\.ipAddress))
  }
}
