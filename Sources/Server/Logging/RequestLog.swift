/// The log of exchanges: one line each, made from a summary.
public struct RequestLog: Sendable {
  private let format: LogFormat
  private let isColored: Bool
  private let writer: LogWriter
  private let clock: WallClock

  /// A log. The colours are for text only; ``ColorChoice`` decides on them.
  public init(format: LogFormat = .text, isColored: Bool = false, writer: LogWriter = .standardError) {
    self.init(format: format, isColored: isColored, writer: writer, clock: .live)
  }

  init(format: LogFormat, isColored: Bool, writer: LogWriter, clock: WallClock) {
    self.format = format
    self.isColored = isColored
    self.writer = writer
    self.clock = clock
  }

  /// Writes the line of an exchange.
  public func record(_ summary: ExchangeSummary) {
    let time = clock.milliseconds()
    switch format {
    case .text: writer.write(summary.line(milliseconds: time, isColored: isColored))
    case .json: writer.write(summary.jsonLine(milliseconds: time))
    }
  }

  /// Waits until all lines are written.
  public func flush() async { await writer.flush() }
}
