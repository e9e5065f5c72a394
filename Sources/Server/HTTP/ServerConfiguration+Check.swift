import NIOCore

extension ServerConfiguration {
  /// What no server could keep, as a sentence for each; none where all is right.
  var mistakes: [String] {
    let counts: [(name: String, value: Int, least: Int)] = [
      ("threads", threads ?? 1, 1), ("headerBytes", limits.headerBytes, 1), ("targetBytes", limits.targetBytes, 1),
      ("bodyBytes", limits.bodyBytes, 0), ("pipelinedBytes", limits.pipelinedBytes, 0),
      ("requestsInTurn", limits.requestsInTurn, 1), ("unsentBytes", limits.unsentBytes, 1),
      ("lingerBytes", limits.lingerBytes, 0), ("connections", limits.connections, 1),
    ]
    let times: [(name: String, value: TimeAmount, least: Int64)] = [
      ("requestTime", limits.requestTime, 1), ("idleTime", limits.idleTime, 1), ("lingerTime", limits.lingerTime, 0),
    ]
    return counts.filter { $0.value < $0.least }.map { "\($0.name) must be at least \($0.least), is \($0.value)" }
      + times.filter { $0.value.nanoseconds < $0.least }.map {
        "\($0.name) must \($0.least == 0 ? "not be negative" : "be more than nothing"), is \($0.value.nanoseconds) ns"
      }
  }
}
