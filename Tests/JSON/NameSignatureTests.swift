import DoubletJSON
import Testing

struct NameSignatureTests {
  /// Names of all lengths, and for each one that differs in one place.
  private static let names: [String] = (0...20).flatMap { length in
    let name = Array("abcdefghijklmnopqrstuvwxyz".utf8.prefix(length))
    return [name]
      + name.indices.map { place in
        var other = name
        other[place] = UInt8(ascii: "_")
        return other
      }
  }
  .map { String(decoding: $0, as: UTF8.self) }

  @Test func `a key is a name only where all characters are the same`() throws {
    for key in Self.names {
      let tape = try JSONTape(parsing: Array("{\"\(key)\":1}".utf8))
      let found = tape.withUnsafeCursor { object in
        Self.names.filter { name in object.firstChild.isName(of: NameSignature(name), name) }
      }
      #expect(found == [key])
    }
  }

  @Test func `a key with escapes is the name that it stands for`() throws {
    let tape = try JSONTape(parsing: Array(#"{"n\u0061me":1}"#.utf8))
    tape.withUnsafeCursor { object in
      #expect(object.firstChild.isName(of: NameSignature("name"), "name"))
      #expect(!object.firstChild.isName(of: NameSignature("n\\u0061me"), "n\\u0061me"))
    }
  }

  @Test func `a set of characters holds those and no other byte`() {
    let set = ASCIISet("?aZ~").union("\n")
    let held = (UInt8.min...UInt8.max).filter(set.contains)
    #expect(held == Array("\n?Za~".utf8))
  }
}
