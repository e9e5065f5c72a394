internal import DoubletEngine
internal import DoubletJSON

#if canImport(Glibc)
private import Glibc
#elseif canImport(Musl)
private import Musl
#elseif canImport(Darwin)
private import Darwin
#endif

extension ControlCall {
  /// How the process is. No reset touches it.
  func health() -> Answer {
    OwnAnswer.json([
      "status": "ready",
      "version": .string(DoubletVersion.current),
      "pid": .int(Int(getpid())),
      "apis": .array(fake.apis.map { .string($0) }),
      "sandboxes": .int(fake.sandboxNames.count),
      "unreadable": .int(unreadable),
    ])
  }
}
