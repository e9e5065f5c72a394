internal import NIOCore
internal import NIOPosix

#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

/// The addresses that a host name stands for.
struct HostAddresses: Hashable {
  /// The IP addresses in text, in the order in which they are bound.
  var addresses: [String]
  /// Whether addresses after the first may be missing on this machine.
  var allowsMissing = false

  /// Both loopback addresses: `localhost` is either to a client, by its library's choice.
  static let localhost = HostAddresses(addresses: ["127.0.0.1", "::1"], allowsMissing: true)

  /// Finds the addresses of a host. Asks the resolver for names, off the event loops.
  static func resolve(_ host: String) async throws(BindError) -> HostAddresses {
    if host.lowercased() == "localhost" { return .localhost }
    let bare = host.hasPrefix("[") && host.hasSuffix("]") ? String(host.dropFirst().dropLast()) : host
    if (try? SocketAddress(ipAddress: bare, port: 0)) != nil { return HostAddresses(addresses: [bare]) }
    let found = (try? await NIOThreadPool.singleton.runIfActive { lookUp(bare) }) ?? []
    guard !found.isEmpty else {
      throw BindError(.noSuchHost, "host \(host) is not known; use --host localhost, or an IP address of this machine")
    }
    return HostAddresses(addresses: found)
  }

  private static func lookUp(_ host: String) -> [String] {
    var hints = addrinfo()
    #if canImport(Glibc)
    hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
    #else
    hints.ai_socktype = SOCK_STREAM
    #endif
    var first: UnsafeMutablePointer<addrinfo>?
    guard getaddrinfo(host, nil, &hints, &first) == 0 else { return [] }
    defer { freeaddrinfo(first) }
    var found: [String] = []
    var next = first
    while let entry = next {
      next = entry.pointee.ai_next
      guard let raw = UnsafeRawPointer(entry.pointee.ai_addr) else { continue }
      let address: SocketAddress? =
        switch entry.pointee.ai_family {
        case AF_INET: SocketAddress(raw.loadUnaligned(as: sockaddr_in.self))
        case AF_INET6: SocketAddress(raw.loadUnaligned(as: sockaddr_in6.self))
        default: nil
        }
      if let text = address?.ipAddress, !found.contains(text) { found.append(text) }
    }
    return found
  }
}
