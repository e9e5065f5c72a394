internal import Logging
internal import NIOCore
internal import NIOPosix

/// Binds all addresses of a host to one port number.
struct Binding {
  /// How often another number is tried when a free one turns out to be taken on a further address.
  static let attempts = 50

  let host: String
  let port: Int
  let logger: Logger
  let bootstrap: ServerBootstrap

  /// The listeners, all on the same port number.
  func bind() async throws(BindError) -> [any Channel] {
    guard (0...65_535).contains(port) else {
      throw BindError(.noSuchPort, "port \(port) is no port number; use 0 to 65535, 0 for any free port")
    }
    let resolved = try await HostAddresses.resolve(host)
    var attempt = 1
    while true {
      do throws(BindError) {
        return try await bindAll(resolved)
      } catch {
        // With port 0 the system's choice for one address may be taken on the next: it chooses again.
        guard port == 0, error.kind == .portTaken, attempt < Binding.attempts else { throw error }
        attempt += 1
      }
    }
  }

  private func bindAll(_ resolved: HostAddresses) async throws(BindError) -> [any Channel] {
    var listeners: [any Channel] = []
    var number = port
    for address in resolved.addresses {
      do {
        let listener = try await bootstrap.bind(host: address, port: number).get()
        listeners.append(listener)
        number = listener.localAddress?.port ?? number
      } catch {
        if resolved.allowsMissing, isAddressMissing(error) {
          logger.notice("this machine has no \(address): listening without it")
          continue
        }
        for listener in listeners { try? await listener.close() }
        throw BindError(error, address: address, port: number)
      }
    }
    guard !listeners.isEmpty else {
      throw BindError(.noSuchHost, "this machine has neither of \(resolved.addresses.joined(separator: ", "))")
    }
    return listeners
  }
}
