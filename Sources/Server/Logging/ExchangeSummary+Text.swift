extension ExchangeSummary {
  /// The line for people:
  /// `12:03:44.120  ok   201 POST   /orders        createOrder   3.1ms  +orders/o_7f2`.
  func line(milliseconds time: Int, isColored: Bool) -> String {
    var line = LogText.timeOfDay(time)
    line.reserveCapacity(128)
    line += "  "
    line += paint(column(mark.rawValue, 4), isColored)
    line += " \(column(String(status), 3)) \(column(LogText.escaped(method), 6)) "
    line += "\(column(LogText.escaped(path), 24)) \(column(operation.map(LogText.escaped) ?? "–", 18)) "
    line += column(duration, 7)
    if !note.isEmpty { line += "  \(LogText.escaped(note))" }
    while line.last == " " { line.removeLast() }
    return line
  }

  /// `0.4ms`, `12ms`, `3.2s`.
  private var duration: String {
    if milliseconds >= 10_000 { return "\(tenths(milliseconds / 1000))s" }
    return milliseconds >= 1000 ? "\(Int(milliseconds))ms" : "\(tenths(milliseconds))ms"
  }

  private func paint(_ text: String, _ isColored: Bool) -> String {
    guard isColored else { return text }
    let code =
      switch mark {
      case .ok: 32
      case .bad: 31
      case .injected: 35
      case .unknown: 33
      }
    return "\u{1B}[\(code)m\(text)\u{1B}[0m"
  }
}

/// A number with one decimal.
private func tenths(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}

/// Text filled to a width; longer text stays whole.
private func column(_ text: String, _ width: Int) -> String {
  let count = text.count
  return count < width ? text + String(repeating: " ", count: width - count) : text
}
