import DoubletEngine

/// The text of `--clock`: `live`, or the moment at which all clocks stand until a test moves them.
enum ClockOption {
  /// Reads the text.
  static func mode(_ text: String) throws(Mistake) -> SandboxClock.Mode {
    if text == "live" { return .live(ahead: 0) }
    guard let instant = Instant(text) else {
      throw Mistake("must be live or an RFC 3339 time such as 2026-01-31T12:00:00Z")
    }
    return .fixed(instant)
  }
}
