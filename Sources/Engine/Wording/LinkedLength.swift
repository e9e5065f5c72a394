/// How long a text is that has links in it. What else fills its holes is not counted.
struct LinkedLength: Sendable {
  /// The bytes that are always there.
  var constant = 0
  /// How often the base of links stands in it.
  var bases = 0
  /// How often the key of the record does.
  var keys = 0

  static func += (length: inout LinkedLength, other: LinkedLength) {
    length.constant += other.constant
    length.bases += other.bases
    length.keys += other.keys
  }

  /// The length in a case.
  func bytes(in context: WordingContext) -> Int {
    bases == 0 ? constant : constant + bases * context.call.base.utf8.count + keys * context.segment.utf8.count
  }
}
