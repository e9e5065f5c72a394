extension ExchangeSummary {
  /// The line for programs: one JSON object with the names of the journal.
  func jsonLine(milliseconds time: Int) -> String {
    var line =
      #"{"event":"exchange","time":"\#(LogText.timestamp(time))","mark":\#(LogText.quoted(mark.rawValue)),"status":\#(status)"#
    line +=
      #","method":\#(LogText.quoted(method)),"path":\#(LogText.quoted(path)),"operation":\#(operation.map(LogText.quoted) ?? "null")"#
    line += #","milliseconds":\#((milliseconds * 1000).rounded() / 1000),"note":\#(LogText.quoted(note))}"#
    return line
  }
}
