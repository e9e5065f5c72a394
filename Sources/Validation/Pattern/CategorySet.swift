/// A set of general categories; a group such as Letter is the union of its members.
struct CategorySet: OptionSet, Sendable, Hashable {
  let rawValue: UInt32

  init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  /// The set of one category.
  init(_ category: Unicode.GeneralCategory) {
    self.init(rawValue: 1 << Self.bit(of: category))
  }

  /// The set of a category or of a group, by its short or long name or an alias (PropertyValueAliases of Unicode).
  init?(name: String) {
    if let row = Self.rows.first(where: { $0.names.contains(name) }) {
      self = row.set
    } else if let group = Self.groups.first(where: { $0.names.contains(name) }) {
      self = group.set
    } else {
      return nil
    }
  }

  static let all = CategorySet(rawValue: (1 << 30) - 1)
  static let unassigned = CategorySet(.unassigned)

  private struct Row {
    let set: CategorySet
    let names: [String]

    init(_ bit: UInt32, _ names: String...) {
      set = CategorySet(rawValue: 1 << bit)
      self.names = names
    }

    init(_ sets: [CategorySet], _ names: String...) {
      set = CategorySet(sets)
      self.names = names
    }
  }

  /// One row per category, in the order of the bits.
  private static let rows = [
    Row(0, "Lu", "Uppercase_Letter"), Row(1, "Ll", "Lowercase_Letter"), Row(2, "Lt", "Titlecase_Letter"),
    Row(3, "Lm", "Modifier_Letter"), Row(4, "Lo", "Other_Letter"),
    Row(5, "Mn", "Nonspacing_Mark"), Row(6, "Mc", "Spacing_Mark"), Row(7, "Me", "Enclosing_Mark"),
    Row(8, "Nd", "Decimal_Number", "digit"), Row(9, "Nl", "Letter_Number"), Row(10, "No", "Other_Number"),
    Row(11, "Pc", "Connector_Punctuation"), Row(12, "Pd", "Dash_Punctuation"), Row(13, "Ps", "Open_Punctuation"),
    Row(14, "Pe", "Close_Punctuation"), Row(15, "Pi", "Initial_Punctuation"), Row(16, "Pf", "Final_Punctuation"),
    Row(17, "Po", "Other_Punctuation"),
    Row(18, "Sm", "Math_Symbol"), Row(19, "Sc", "Currency_Symbol"), Row(20, "Sk", "Modifier_Symbol"),
    Row(21, "So", "Other_Symbol"),
    Row(22, "Zs", "Space_Separator"), Row(23, "Zl", "Line_Separator"), Row(24, "Zp", "Paragraph_Separator"),
    Row(25, "Cc", "Control", "cntrl"), Row(26, "Cf", "Format"), Row(27, "Cs", "Surrogate"),
    Row(28, "Co", "Private_Use"), Row(29, "Cn", "Unassigned"),
  ]

  private static let groups = [
    Row([rows[0].set, rows[1].set, rows[2].set], "LC", "Cased_Letter"),
    Row(rows[0...4].map(\.set), "L", "Letter"),
    Row(rows[5...7].map(\.set), "M", "Mark", "Combining_Mark"),
    Row(rows[8...10].map(\.set), "N", "Number"),
    Row(rows[11...17].map(\.set), "P", "Punctuation", "punct"),
    Row(rows[18...21].map(\.set), "S", "Symbol"),
    Row(rows[22...24].map(\.set), "Z", "Separator"),
    Row(rows[25...29].map(\.set), "C", "Other"),
  ]
}

extension CategorySet {
  /// The bit of a category. A switch, as it runs once per code point that a property decides.
  private static func bit(of category: Unicode.GeneralCategory) -> UInt32 {
    switch category {
    case .uppercaseLetter: 0
    case .lowercaseLetter: 1
    case .titlecaseLetter: 2
    case .modifierLetter: 3
    case .otherLetter: 4
    case .nonspacingMark: 5
    case .spacingMark: 6
    case .enclosingMark: 7
    case .decimalNumber: 8
    case .letterNumber: 9
    case .otherNumber: 10
    case .connectorPunctuation: 11
    case .dashPunctuation: 12
    case .openPunctuation: 13
    case .closePunctuation: 14
    case .initialPunctuation: 15
    case .finalPunctuation: 16
    case .otherPunctuation: 17
    case .mathSymbol: 18
    case .currencySymbol: 19
    case .modifierSymbol: 20
    case .otherSymbol: 21
    case .spaceSeparator: 22
    case .lineSeparator: 23
    case .paragraphSeparator: 24
    case .control: 25
    case .format: 26
    case .surrogate: 27
    case .privateUse: 28
    case .unassigned: 29
    @unknown default: 29
    }
  }
}
