import DoubletValidation
import Testing

@Suite struct UnicodePropertyTests {
  @Test(arguments: [
    Search("^\\p{Lu}\\p{Ll}$", finds: "Éé"), Search("^\\p{General_Category=Decimal_Number}$", finds: "٣"),
    Search("^\\p{gc=P}$", finds: "!"), Search("^\\p{punct}$", misses: "a"), Search("^\\p{Sc}$", finds: "€"),
    Search("^\\p{LC}$", finds: "ǅ"), Search("^\\p{M}$", finds: "\u{301}"), Search("^\\P{Letter}$", misses: "é"),
    Search("^\\p{Zs}$", finds: "\u{A0}"), Search("^\\p{Cc}$", finds: "\u{1}"), Search("^\\p{Cn}$", finds: "\u{378}"),
  ])
  func `a general category goes by its short name, long name and group`(search: Search) throws {
    try search.check()
  }

  @Test(arguments: [
    Search("^\\p{Script=Greek}+$", finds: "αβγ"), Search("^\\p{Script=Greek}$", misses: "a"),
    Search("^\\p{sc=Han}+$", finds: "漢字"), Search("^\\p{Script=Hiragana}+$", finds: "ひらがな"),
    Search("^\\p{sc=Kana}+$", finds: "カタ"), Search("^\\p{Script=Cyrillic}+$", finds: "жук"),
    Search("^\\p{Script=Arabic}+$", finds: "سلام"), Search("^\\p{Script=Hebrew}+$", finds: "שלום"),
    Search("^\\p{Script=Hangul}+$", finds: "한글"), Search("^\\p{Script=Thai}+$", finds: "ไทย"),
    Search("^\\p{Script=Devanagari}+$", finds: "हिन्दी"), Search("^\\p{Script=Latin}+$", finds: "Ünï"),
    Search("^\\p{Script=Hiragana}$", misses: "ー"), Search("^\\p{Script_Extensions=Hiragana}$", finds: "ー"),
    Search("^\\P{scx=Grek}$", finds: "a"),
  ])
  func `a script goes by its long name and its code`(search: Search) throws {
    try search.check()
  }

  @Test(arguments: [
    Search("^\\p{Alphabetic}\\p{Alpha}$", finds: "aé"), Search("^\\p{White_Space}$", finds: " "),
    Search("^\\p{Emoji}$", finds: "😀"), Search("^\\p{ASCII}$", misses: "é"), Search("^\\p{Any}$", finds: "é"),
    Search("^\\P{Any}$", misses: "é"), Search("^\\p{Assigned}$", misses: "\u{378}"),
    Search("^\\p{Hex_Digit}\\p{AHex}$", finds: "Ａf"), Search("^\\p{IDS}\\p{IDC}*$", finds: "a1_"),
    Search("^\\p{Uppercase}\\p{Lowercase}$", finds: "Aa"), Search("^\\p{Ideographic}$", finds: "漢"),
  ])
  func `a binary property goes by its names`(search: Search) throws {
    try search.check()
  }
}
