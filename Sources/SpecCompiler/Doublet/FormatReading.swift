/// What `format` means in a document: `x-doublet.formats`.
enum FormatReading: String, CaseIterable {
  /// A rule, like every other keyword.
  case assertion
  /// A note for people, as JSON Schema has it by default.
  case annotation
}
