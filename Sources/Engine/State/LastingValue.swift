/// Where a value stands in the words of a record that no write of the record changes: what only its creation computes, and
/// what an answer adds to it.
struct LastingValue: Sendable, BitwiseCopyable {
  /// Which of the values it is, as its ``AnswerForm`` numbers them.
  let number: Int32
  private let start: Int32
  private let end: Int32

  /// The value of that number that stands at these bytes.
  init(_ number: Int, at place: Range<Int>) {
    (self.number, start, end) = (Int32(number), Int32(place.lowerBound), Int32(place.upperBound))
  }

  var place: Range<Int> { Int(start)..<Int(end) }
}
