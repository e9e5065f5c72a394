import ArgumentParser

/// Whether a document's mistakes that it can be served with are errors.
enum Strictness: String, EnumerableFlag {
  case strict, lenient

  static func help(for value: Strictness) -> ArgumentHelp? {
    switch value {
    case .strict: "Take every mistake in a document for an error, and unknown query parameters for violations."
    case .lenient: "Serve documents with mistakes that do not stop it, and warn of them. (default)"
    }
  }
}

/// `--strict` and `--lenient`, of every command that reads documents.
struct StrictnessOptions: ParsableArguments {
  @Flag(exclusivity: .chooseLast) var strictness: Strictness?

  /// What the flags say, else what `DOUBLET_STRICT` says.
  func isStrict(_ reader: inout SettingReader) -> Bool {
    reader.isOn(strictness.map { $0 == .strict }, "--strict")
  }
}
