extension SchemaTables {
  /// What the document shows as values of a schema.
  public func examples(of schema: Int) -> ArraySlice<SchemaExampleRow> {
    var (low, high) = (0, examples.count)
    while low < high {
      let middle = (low + high) / 2
      if examples[middle].schema < schema { low = middle + 1 } else { high = middle }
    }
    return examples[low...].prefix { $0.schema == schema }
  }
}
