/// A binary property of ECMA-262, table 67, as far as the standard library knows it.
///
/// Emoji_Component, Extended_Pictographic, Regional_Indicator and Terminal_Punctuation are not in the standard library.
enum BinaryProperty: Sendable, Hashable, CaseIterable {
  case asciiHexDigit
  case alphabetic
  case bidiControl
  case bidiMirrored
  case caseIgnorable
  case cased
  case changesWhenCasefolded
  case changesWhenCasemapped
  case changesWhenNFKCCasefolded
  case changesWhenLowercased
  case changesWhenTitlecased
  case changesWhenUppercased
  case dash
  case defaultIgnorableCodePoint
  case deprecated
  case diacritic
  case emoji
  case emojiModifier
  case emojiModifierBase
  case emojiPresentation
  case extender
  case graphemeBase
  case graphemeExtend
  case hexDigit
  case idsBinaryOperator
  case idsTrinaryOperator
  case idContinue
  case idStart
  case ideographic
  case joinControl
  case logicalOrderException
  case lowercase
  case math
  case noncharacterCodePoint
  case patternSyntax
  case patternWhiteSpace
  case quotationMark
  case radical
  case sentenceTerminal
  case softDotted
  case unifiedIdeograph
  case uppercase
  case variationSelector
  case whiteSpace
  case xidContinue
  case xidStart

  /// The property with this long or short name.
  init?(name: String) {
    switch name {
    case "ASCII_Hex_Digit", "AHex": self = .asciiHexDigit
    case "Alphabetic", "Alpha": self = .alphabetic
    case "Bidi_Control", "Bidi_C": self = .bidiControl
    case "Bidi_Mirrored", "Bidi_M": self = .bidiMirrored
    case "Case_Ignorable", "CI": self = .caseIgnorable
    case "Cased": self = .cased
    case "Changes_When_Casefolded", "CWCF": self = .changesWhenCasefolded
    case "Changes_When_Casemapped", "CWCM": self = .changesWhenCasemapped
    case "Changes_When_NFKC_Casefolded", "CWKCF": self = .changesWhenNFKCCasefolded
    case "Changes_When_Lowercased", "CWL": self = .changesWhenLowercased
    case "Changes_When_Titlecased", "CWT": self = .changesWhenTitlecased
    case "Changes_When_Uppercased", "CWU": self = .changesWhenUppercased
    case "Dash": self = .dash
    case "Default_Ignorable_Code_Point", "DI": self = .defaultIgnorableCodePoint
    case "Deprecated", "Dep": self = .deprecated
    case "Diacritic", "Dia": self = .diacritic
    case "Emoji": self = .emoji
    case "Emoji_Modifier", "EMod": self = .emojiModifier
    case "Emoji_Modifier_Base", "EBase": self = .emojiModifierBase
    case "Emoji_Presentation", "EPres": self = .emojiPresentation
    case "Extender", "Ext": self = .extender
    case "Grapheme_Base", "Gr_Base": self = .graphemeBase
    case "Grapheme_Extend", "Gr_Ext": self = .graphemeExtend
    case "Hex_Digit", "Hex": self = .hexDigit
    case "IDS_Binary_Operator", "IDSB": self = .idsBinaryOperator
    case "IDS_Trinary_Operator", "IDST": self = .idsTrinaryOperator
    case "ID_Continue", "IDC": self = .idContinue
    case "ID_Start", "IDS": self = .idStart
    case "Ideographic", "Ideo": self = .ideographic
    case "Join_Control", "Join_C": self = .joinControl
    case "Logical_Order_Exception", "LOE": self = .logicalOrderException
    case "Lowercase", "Lower": self = .lowercase
    case "Math": self = .math
    case "Noncharacter_Code_Point", "NChar": self = .noncharacterCodePoint
    case "Pattern_Syntax", "Pat_Syn": self = .patternSyntax
    case "Pattern_White_Space", "Pat_WS": self = .patternWhiteSpace
    case "Quotation_Mark", "QMark": self = .quotationMark
    case "Radical": self = .radical
    case "Sentence_Terminal", "STerm": self = .sentenceTerminal
    case "Soft_Dotted", "SD": self = .softDotted
    case "Unified_Ideograph", "UIdeo": self = .unifiedIdeograph
    case "Uppercase", "Upper": self = .uppercase
    case "Variation_Selector", "VS": self = .variationSelector
    case "White_Space", "space": self = .whiteSpace
    case "XID_Continue", "XIDC": self = .xidContinue
    case "XID_Start", "XIDS": self = .xidStart
    default: return nil
    }
  }

  func holds(for scalar: Unicode.Scalar) -> Bool {
    let properties = scalar.properties
    switch self {
    case .asciiHexDigit: return properties.isASCIIHexDigit
    case .alphabetic: return properties.isAlphabetic
    case .bidiControl: return properties.isBidiControl
    case .bidiMirrored: return properties.isBidiMirrored
    case .caseIgnorable: return properties.isCaseIgnorable
    case .cased: return properties.isCased
    case .changesWhenCasefolded: return properties.changesWhenCaseFolded
    case .changesWhenCasemapped: return properties.changesWhenCaseMapped
    case .changesWhenNFKCCasefolded: return properties.changesWhenNFKCCaseFolded
    case .changesWhenLowercased: return properties.changesWhenLowercased
    case .changesWhenTitlecased: return properties.changesWhenTitlecased
    case .changesWhenUppercased: return properties.changesWhenUppercased
    case .dash: return properties.isDash
    case .defaultIgnorableCodePoint: return properties.isDefaultIgnorableCodePoint
    case .deprecated: return properties.isDeprecated
    case .diacritic: return properties.isDiacritic
    case .emoji: return properties.isEmoji
    case .emojiModifier: return properties.isEmojiModifier
    case .emojiModifierBase: return properties.isEmojiModifierBase
    case .emojiPresentation: return properties.isEmojiPresentation
    case .extender: return properties.isExtender
    case .graphemeBase: return properties.isGraphemeBase
    case .graphemeExtend: return properties.isGraphemeExtend
    case .hexDigit: return properties.isHexDigit
    case .idsBinaryOperator: return properties.isIDSBinaryOperator
    case .idsTrinaryOperator: return properties.isIDSTrinaryOperator
    case .idContinue: return properties.isIDContinue
    case .idStart: return properties.isIDStart
    case .ideographic: return properties.isIdeographic
    case .joinControl: return properties.isJoinControl
    case .logicalOrderException: return properties.isLogicalOrderException
    case .lowercase: return properties.isLowercase
    case .math: return properties.isMath
    case .noncharacterCodePoint: return properties.isNoncharacterCodePoint
    case .patternSyntax: return properties.isPatternSyntax
    case .patternWhiteSpace: return properties.isPatternWhitespace
    case .quotationMark: return properties.isQuotationMark
    case .radical: return properties.isRadical
    case .sentenceTerminal: return properties.isSentenceTerminal
    case .softDotted: return properties.isSoftDotted
    case .unifiedIdeograph: return properties.isUnifiedIdeograph
    case .uppercase: return properties.isUppercase
    case .variationSelector: return properties.isVariationSelector
    case .whiteSpace: return properties.isWhitespace
    case .xidContinue: return properties.isXIDContinue
    case .xidStart: return properties.isXIDStart
    }
  }
}
