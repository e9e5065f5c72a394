/// The values that a path's segments captured, by name.
struct CapturedValues: Sendable {
  private let names: ArraySlice<String>
  private let values: ArraySlice<String>

  /// No values.
  static let none = CapturedValues([], [])

  /// The values of `names`, in the same order.
  init(_ names: ArraySlice<String>, _ values: ArraySlice<String>) {
    self.names = names
    self.values = values
  }

  /// The value of a name; nil where there is none.
  subscript(name: String) -> String? {
    names.firstIndex(of: name).map { values[values.startIndex + $0 - names.startIndex] }
  }
}
