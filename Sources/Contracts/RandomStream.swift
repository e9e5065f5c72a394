/// Random numbers that depend on a seed and words only: the ids of a sandbox, the values of a sample. SplitMix64 (Steele,
/// Lea, Flood 2014).
public struct RandomStream: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The stream of a seed and the words that tell it from others of the same seed.
  public init(seed: Int, _ words: String...) {
    state = words.reduce(RandomStream.mixed(UInt64(bitPattern: Int64(seed)))) { hash, word in
      RandomStream.mixed(word.utf8.reduce(hash ^ 0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01b3 })
    }
  }

  /// The next number.
  public mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    return RandomStream.mixed(state)
  }

  /// The next number as one in 0 ..< `bound`; 0 where that is empty.
  public mutating func next(below bound: Int) -> Int { bound < 2 ? 0 : Int(next() % UInt64(bound)) }

  /// A text of `length` characters drawn from `alphabet`.
  public mutating func text(length: Int, alphabet: String) -> String {
    let characters = Array(alphabet)
    return String((0..<length).map { _ in characters[next(below: characters.count)] })
  }

  /// A UUID of random bits (RFC 9562, version 4); `variant` is one of `8`, `9`, `a` and `b`, drawn where none is given.
  public mutating func uuid(variant: String? = nil) -> String {
    let digits = Array(text(length: 30, alphabet: "0123456789abcdef"))
    let variant = variant ?? text(length: 1, alphabet: "89ab")
    func run(_ range: Range<Int>) -> String { String(digits[range]) }
    return "\(run(0..<8))-\(run(8..<12))-4\(run(12..<15))-\(variant)\(run(15..<18))-\(run(18..<30))"
  }

  /// The next number as one in 0 ..< 1.
  public mutating func fraction() -> Double { Double(next() >> 11) * 0x1p-53 }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = value
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
