public import Logging

/// The server's own messages, in the form of the request log and through the same writer, so that lines never mix.
///
/// ```
/// 12:03:44.120  notice  this machine has no ::1: listening without it
/// ```
public struct ConsoleLogHandler: LogHandler {
  /// Messages below it are not written.
  public var logLevel: Logger.Level
  /// What every message carries.
  public var metadata: Logger.Metadata = [:]
  private let format: LogFormat
  private let writer: LogWriter
  private let clock: WallClock

  /// A handler that writes to standard error unless told otherwise.
  public init(level: Logger.Level = .info, format: LogFormat = .text, writer: LogWriter = .standardError) {
    self.init(level: level, format: format, writer: writer, clock: .live)
  }

  init(level: Logger.Level, format: LogFormat, writer: LogWriter, clock: WallClock) {
    self.logLevel = level
    self.format = format
    self.writer = writer
    self.clock = clock
  }

  /// One value of what every message carries.
  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  /// Writes a message with its metadata, sorted by key.
  public func log(event: LogEvent) {
    let all = metadata.merging(event.metadata ?? [:]) { _, new in new }.sorted { $0.key < $1.key }
    let time = clock.milliseconds()
    switch format {
    case .text:
      let details = all.map { "  \(LogText.escaped($0.key))=\(LogText.escaped($0.value.description))" }.joined()
      writer.write(
        "\(LogText.timeOfDay(time))  \(event.level)  \(LogText.escaped(event.message.description))\(details)"
      )
    case .json:
      let details = all.map { ",\(LogText.quoted($0.key)):\(LogText.quoted($0.value.description))" }.joined()
      writer.write(
        #"{"event":"log","time":"\#(LogText.timestamp(time))","level":"\#(event.level)","message":"#
          + "\(LogText.quoted(event.message.description))\(details)}"
      )
    }
  }
}
