public import DoubletJSON

/// Makes values that meet the schemas of a contract.
///
/// A sample is a function of its schema, the seed and its name, and it is always valid: the validator has judged it before
/// it is given. What the document shows as an example is preferred to what is made up; what is made up is readable where
/// the name of a member tells what it is.
public struct Sampler: Sendable {
  let program: Program

  /// A sampler of the schemas of a validator.
  public init(_ validator: Validator) { program = validator.program }

  /// A value that meets a schema; nothing where none was found, as for a schema that nothing meets.
  ///
  /// - Parameters:
  ///   - schema: The index of the schema.
  ///   - direction: Which way the value goes: members of the other direction are left out.
  ///   - seed: 0 for the most readable value; any other varies it.
  ///   - name: The name of the member or parameter that the value is for.
  ///   - showsEntries: Whether lists that may have elements have one, though the document's example is an empty list.
  public func sample(
    of schema: Int,
    direction: Validator.Direction,
    seed: UInt64 = 0,
    named name: String = "",
    showsEntries: Bool = false
  ) -> JSON? {
    for attempt in 0..<SampleSearch.attempts {
      var search = SampleSearch(program, direction: direction, seed: seed, name: name, attempt: attempt)
      search.showsEntries = showsEntries
      if let value = search.sample(of: schema) { return value }
    }
    return nil
  }

  /// An answer that holds a value as it is: what is missing of what must be there or is read-only is made. Of
  /// alternatives the one is taken that the value meets as a request. Nothing where the value cannot stay as it is.
  public func completion(of value: JSON, to schema: Int) -> JSON? {
    for attempt in 0..<2 {
      var search = SampleSearch(program, direction: .response, seed: 0, name: "", attempt: attempt)
      if let completed = search.sample(of: schema, completing: value) { return completed }
    }
    return nil
  }
}
