/// A script of Unicode, for `\p{Script=…}` and for the contextual rules of internationalised host names.
///
/// The standard library does not expose scripts, so the common ones are listed in ``ScriptTable``.
enum Script: String, Sendable, Hashable, CaseIterable {
  case arabic = "Arabic"
  case armenian = "Armenian"
  case bengali = "Bengali"
  case cyrillic = "Cyrillic"
  case devanagari = "Devanagari"
  case georgian = "Georgian"
  case greek = "Greek"
  case han = "Han"
  case hangul = "Hangul"
  case hebrew = "Hebrew"
  case hiragana = "Hiragana"
  case katakana = "Katakana"
  case latin = "Latin"
  case tamil = "Tamil"
  case thai = "Thai"

  /// The script with this long name, or this ISO 15924 code.
  init?(name: String) {
    guard let script = Self.allCases.first(where: { $0.rawValue == name || $0.code == name }) else { return nil }
    self = script
  }

  /// The names that messages offer.
  static let list = allCases.map(\.rawValue).joined(separator: ", ")

  private var code: String {
    switch self {
    case .arabic: "Arab"
    case .armenian: "Armn"
    case .bengali: "Beng"
    case .cyrillic: "Cyrl"
    case .devanagari: "Deva"
    case .georgian: "Geor"
    case .greek: "Grek"
    case .han: "Hani"
    case .hangul: "Hang"
    case .hebrew: "Hebr"
    case .hiragana: "Hira"
    case .katakana: "Kana"
    case .latin: "Latn"
    case .tamil: "Taml"
    case .thai: "Thai"
    }
  }

  /// The code points whose Script is this one.
  var ranges: [ScalarRange] { ScriptTable.ranges(ScriptTable.scripts[self]) }

  /// The code points of other scripts, or of none, that are used with this one: Script_Extensions beyond Script.
  var extensions: [ScalarRange] { ScriptTable.ranges(ScriptTable.extensions[self]) }

  func contains(_ value: UInt32) -> Bool {
    ScriptTable.contains(value, in: ScriptTable.scripts[self])
  }
}
