import Testing

@testable import DoubletJSON

/// The naive reference: numbers of few digits and small exponents as whole multiples of 10⁻¹².
private struct Reference {
  let text: String
  let value: Int128

  init(_ random: inout SplitMix) {
    let digits = Int(random.next(below: 7))
    var coefficient = Int128(random.next(below: [1, 10, 100, 1000, 10_000, 100_000, 1_000_000][digits]))
    if random.next(below: 3) == 0 { coefficient *= 10 }
    let fraction = Int(random.next(below: 5))
    let exponent = Int(random.next(below: 13)) - 6
    let isNegative = random.next(below: 4) == 0
    var written = String(coefficient)
    written = String(repeating: "0", count: max(0, fraction + 1 - written.count)) + written
    if fraction > 0 { written.insert(".", at: written.index(written.endIndex, offsetBy: -fraction)) }
    let powers = ["e\(exponent)", "E\(exponent)", "e\(exponent < 0 ? "-" : "+")00\(abs(exponent))"]
    text = (isNegative ? "-" : "") + written + (exponent == 0 ? "" : powers[Int(random.next(below: 3))])
    var scale = Int128(1)
    for _ in 0..<(12 + exponent - fraction) { scale *= 10 }
    value = (isNegative ? -1 : 1) * coefficient * scale
  }
}

private struct SplitMix {
  var state: UInt64
  mutating func next(below bound: UInt64) -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = state
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return (word ^ (word >> 31)) % bound
  }
}

struct NumberTests {
  @Test func `order, equality and divisibility agree with a naive reference, by both ways`() throws {
    var random = SplitMix(state: 7)
    let one: Int128 = 1_000_000_000_000
    for _ in 0..<20_000 {
      let (first, second) = (Reference(&random), Reference(&random))
      let (a, b) = (try #require(JSONNumber(text: first.text)), try #require(JSONNumber(text: second.text)))
      let order = JSONNumber.Order(first.value, second.value)
      let isMultiple = second.value != 0 && first.value % second.value == 0
      #expect(a.compare(with: b) == order, "\(a) \(b)")
      #expect(a.isMultiple(of: b) == isMultiple, "\(a) \(b)")
      #expect(a.isInteger == (first.value % one == 0), "\(a)")
      #expect(a.int == (first.value % one == 0 ? Int(first.value / one) : nil), "\(a)")
      if order == .equal { #expect(a.hashValue == b.hashValue) }
      withUTF8(of: a.text) { left in
        withUTF8(of: b.text) { right in
          #expect(JSONDigits(left).compare(with: JSONDigits(right)) == order, "\(a) \(b)")
          #expect(JSONDigits(left).isMultiple(of: JSONDigits(right)) == isMultiple, "\(a) \(b)")
          #expect(JSONDigits(left).isInteger == a.isInteger)
          #expect(JSONNumberView(utf8: left).compare(with: JSONDecimal(b)) == order)
          #expect(JSONNumberView(utf8: left).isMultiple(of: JSONDecimal(b)) == isMultiple)
        }
      }
    }
  }

  @Test(arguments: [
    ["1", "1.0", "1e0", "10e-1", "0.1E+1", "100000000000000000000000e-23", "0.000000000000000000000000001e27"],
    ["0", "-0", "0.0", "-0e999999999999999999999999", "0e-5"],
    ["1e400", "10e399", "0.1e401"],
    ["1e100000000000000000000000000000000000000000", "10e99999999999999999999999999999999999999999"],
    ["123456789012345678901234567890", "1234567890.12345678901234567890e20", "1.2345678901234567890123456789e29"],
    ["9007199254740993", "9007199254740993.000"],
  ])
  func `numbers of one value are equal and hash alike`(texts: [String]) throws {
    for first in try texts.map({ try #require(JSONNumber(text: $0)) }) {
      for second in try texts.map({ try #require(JSONNumber(text: $0)) }) {
        #expect(first == second)
        #expect(first.hashValue == second.hashValue)
      }
    }
  }

  @Test func `order is exact over all magnitudes`() throws {
    let ascending = [
      "-1e100000000000000000000000000000000000000001", "-1e100000000000000000000000000000000000000000", "-1e400",
      "-1e399", "-9007199254740993", "-9007199254740992", "-1", "-1e-999999999999", "0", "1e-1000000000000000000000",
      "1e-999999999999999999999", "1e-400", "0.1", "0.10000000000000000000000000000001", "1",
      "1.0000000000000000000000000000000000000001", "9007199254740992", "9007199254740993", "123456789012345678",
      "1234567890123456789", "1e399", "1e400", "1e999999999", "1e99999999999999999999999999999999",
      "1e100000000000000000000000000000000",
    ].map { JSONNumber(unchecked: $0) }
    for (position, first) in ascending.enumerated() {
      for (other, second) in ascending.enumerated() {
        #expect((first < second) == (position < other), "\(first) \(second)")
        #expect((first == second) == (position == other), "\(first) \(second)")
      }
    }
  }

  @Test(arguments: [
    ("0.0075", "0.0001", true), ("0.00751", "0.0001", false), ("4.5", "1.5", true), ("35", "1.5", false),
    ("1e308", "0.123456789", false), ("1e999999999", "7", false), ("7e999999999", "7", true),
    ("1e999999999", "1024", true), ("1e99999999999999999999999", "1e99999999999999999999998", true),
    ("1e99999999999999999999998", "1e99999999999999999999999", false), ("0", "3", true), ("3", "0", false),
    ("0", "0", false), ("-9", "3", true), ("9", "-3", true), ("12391239123", "1e-8", true),
    ("246913578024691357802469135780", "123456789012345678901234567890", true),
    ("246913578024691357802469135781", "123456789012345678901234567890", false),
    ("246913578024691357802469135780e5", "1.23456789012345678901234567890", true),
    ("1e100", "1267650600228229401496703205376", true), ("1e99", "1267650600228229401496703205376", false),
    ("1180591620717411303424", "1.024e3", true), ("1e64", "576460752303423488", true),
  ])
  func `divisibility is exact and bounded`(first: String, second: String, isMultiple: Bool) throws {
    let (a, b) = (try #require(JSONNumber(text: first)), try #require(JSONNumber(text: second)))
    #expect(a.isMultiple(of: b) == isMultiple)
  }

  @Test func `a number is whole by its value`() throws {
    for text in ["1", "-1", "1.0", "1e3", "1.5e1", "0e-9", "1e99999999999999999999", "100e-2", "0.00"] {
      #expect(try #require(JSONNumber(text: text)).isInteger, "\(text)")
    }
    for text in ["1e-1", "0.5", "1.05e1", "1e-99999999999999999999", "10.01", "100e-3", "12345678901234567890.5"] {
      #expect(try !#require(JSONNumber(text: text)).isInteger, "\(text)")
    }
  }

  @Test func `an integer is given if it fits`() throws {
    #expect(JSONNumber(Int.max).int == Int.max)
    #expect(JSONNumber(Int.min).int == Int.min)
    #expect(JSONNumber(text: "9223372036854775808")?.int == nil)
    #expect(JSONNumber(text: "-9223372036854775809")?.int == nil)
    #expect(JSONNumber(text: "9.223372036854775807e18")?.int == Int.max)
    #expect(JSONNumber(text: "1e19")?.int == nil)
    #expect(JSONNumber(text: "1e18")?.int == 1_000_000_000_000_000_000)
    #expect(JSONNumber(text: "1.5")?.int == nil)
    #expect(JSONNumber(text: "-0")?.int == 0)
  }

  @Test func `doubles go in and out`() throws {
    for value in [0.1, 1e300, -2.5, Double.leastNonzeroMagnitude, 1e16, 123_456_789.125] {
      #expect(JSONNumber(value).double == value)
      #expect(JSONNumber(text: JSONNumber(value).text) != nil)
    }
    #expect(JSONNumber(text: "1e400")?.double == .infinity)
  }

  @Test(arguments: ["", "-", "+1", "01", "1.", ".5", "1e", "1e+", "NaN", "1 ", " 1", "1x", "0x1", "--1", "1e1.5"])
  func `a text that is not a number is refused`(text: String) {
    #expect(JSONNumber(text: text) == nil)
  }
}
