/// A body that cannot be read: what is wrong with it, behind the words "The body".
struct Unreadable: Error {
  /// The last part of the violation's code.
  var keyword = "malformed"
  var message: String
}
