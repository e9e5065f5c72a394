import DoubletContracts

@testable import DoubletEngine

extension Exchange {
  /// An exchange of the sandbox `box` of which nothing is known but its request.
  static func plain(_ number: Int, _ request: Request) -> Exchange {
    Exchange(
      sequence: number,
      sandbox: "box",
      receivedAt: Instant(seconds: 0),
      request: request,
      target: Target(request.target)
    )
  }
}
