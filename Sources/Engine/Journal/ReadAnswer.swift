/// An answer that was read from a page of a journal, and where it stands there: others of the page may refer to it.
struct ReadAnswer {
  var page: UnsafeRawPointer
  var place: Int
  var answer: Answer
}
