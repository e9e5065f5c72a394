/// The values that a path's segments captured, by name.
struct CapturedValues: Sendable {
  private let names: ArraySlice<String>
  private let values: [String]

  /// No values.
  static let none = CapturedValues([], [])

  /// Those of `names` among the values, which belong to the names' whole array in order.
  init(_ names: ArraySlice<String>, _ values: [String]) {
    self.names = names
    self.values = values
  }

  /// The value of a name; nil where there is none.
  subscript(name: String) -> String? { names.firstIndex(of: name).map { values[$0] } }
}
