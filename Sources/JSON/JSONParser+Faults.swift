extension JSONParser {
  private var text: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: base, count: end) }

  private func expected(_ what: String, remedy: String = "") -> JSONFault {
    guard position < end else { return .endOfText(at: position, what) }
    let found = JSONFault.name(of: text, at: position)
    return JSONFault(.unexpectedCharacter, at: position, "expected \(what), found \(found)\(remedy)")
  }

  func refuseByteOrderMark() throws(JSONFault) {
    guard end >= 3, base[0] == 0xEF, base[1] == 0xBB, base[2] == 0xBF else { return }
    throw JSONFault(.byteOrderMark, at: 0, "the text starts with a byte order mark; remove its three bytes, EF BB BF")
  }

  func tooDeep() -> JSONFault {
    JSONFault(.tooDeep, at: position, "more than \(maximumDepth) arrays and objects are open; nest less")
  }

  func tooManyElements(at offset: Int) -> JSONFault {
    let most = JSONTape.Entry.maximumCount
    return JSONFault(.tooManyElements, at: offset, "an array or object has more than \(most) values; split it")
  }

  func notAValue(isElement: Bool, isFirst: Bool) -> JSONFault {
    guard position < end else { return expected("a value") }
    switch base[position] {
    case Byte.closeBracket where isElement && !isFirst:
      return expected("an element after ','", remedy: "; remove the trailing comma")
    case UInt8(ascii: "'"):
      return expected("a value", remedy: "; write strings in double quotes")
    case Byte.plus, Byte.dot, UInt8(ascii: "N"), UInt8(ascii: "I"):
      return expected("a value", remedy: "; a number starts with '-' or a digit")
    default:
      return expected(isElement && isFirst ? "a value or ']'" : "a value")
    }
  }

  func expectedKey(isFirst: Bool) -> JSONFault {
    if position < end, !isFirst, base[position] == Byte.closeBrace {
      return expected("a key after ','", remedy: "; remove the trailing comma")
    }
    return expected(isFirst ? "a key in double quotes or '}'" : "a key in double quotes after ','")
  }

  func expectedColon() -> JSONFault { expected("':' after a key") }

  func expectedSeparator(isObject: Bool) -> JSONFault {
    expected(isObject ? "',' or '}' after a member" : "',' or ']' after an element")
  }

  func trailingCharacters() -> JSONFault {
    let found = JSONFault.name(of: text, at: position)
    return JSONFault(.trailingCharacters, at: position, "expected the end of the text, found \(found); send one value")
  }

  func misspelledLiteral(at offset: Int) -> JSONFault {
    let word: StaticString =
      switch base[offset] {
      case UInt8(ascii: "t"): "true"
      case UInt8(ascii: "f"): "false"
      default: "null"
      }
    let length = word.utf8CodeUnitCount
    for index in 1..<length {
      guard offset + index < end else { return .endOfText(at: end, "the rest of '\(word)'") }
      guard base[offset + index] == word.utf8Start[index] else {
        let found = JSONFault.name(of: text, at: offset + index)
        return JSONFault(.unexpectedCharacter, at: offset + index, "expected the rest of '\(word)', found \(found)")
      }
    }
    return JSONFault(.unexpectedCharacter, at: offset, "expected '\(word)'")
  }

  func controlCharacter(_ byte: UInt8, at offset: Int) -> JSONFault {
    let name = JSONFault.hexadecimal(UInt32(byte), digits: 4)
    let problem = "a string holds the control character U+\(name); write it as \\u\(name)"
    return JSONFault(.controlCharacter, at: offset, problem)
  }

  func invalidUTF8(at offset: Int) -> JSONFault {
    let byte = JSONFault.hexadecimal(UInt32(base[offset]), digits: 2)
    let problem = "the byte 0x\(byte) does not start a UTF-8 sequence; send the text in UTF-8"
    return JSONFault(.invalidUTF8, at: offset, problem)
  }

  func loneSurrogate(_ unit: UInt32, at offset: Int) -> JSONFault {
    let name = JSONFault.hexadecimal(unit, digits: 4)
    return JSONFault(.loneSurrogate, at: offset, "\\u\(name) is half of a surrogate pair; write both halves")
  }

  func invalidEscape(at offset: Int) -> JSONFault {
    guard base[offset + 1] != UInt8(ascii: "u") else {
      return JSONFault(.invalidEscape, at: offset, "expected four hexadecimal digits after '\\u'")
    }
    let found = JSONFault.name(of: text, at: offset + 1)
    let problem = "\(found) cannot follow '\\' in a string; write '\\\\' for a backslash"
    return JSONFault(.invalidEscape, at: offset, problem)
  }
}
