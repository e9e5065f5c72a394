import DoubletContracts
import DoubletJSON
import DoubletValidation

extension ParameterReader {
  /// Reads and judges a query that is one form as a whole (OpenAPI 3.2, section 4.12.1).
  static func readForm(
    _ form: FormFields,
    _ row: ParameterRow,
    _ call: Call,
    _ validator: Validator
  ) -> [Violation] {
    guard let query = call.target.query, !query.isEmpty else { return row.isRequired ? [missing(row)] : [] }
    let reading: BodyReader.Reading
    do throws(Unreadable) {
      reading = try FormReader.read(Array(query.utf8), form, validator, row.position)
    } catch {
      return [violation(row, error.keyword, error.message)]
    }
    call.parameters[Call.ParameterKey(location: row.location, name: row.name)] = reading.value
    // A form names its fields as those of a body.
    let broken = reading.violations.map { field in
      violation(row, String(field.code.dropFirst(5)), field.message, below: field.pointer.tokens.dropFirst())
    }
    let place = [row.location.rawValue, row.name]
    return broken
      + Judge.violations(of: reading.value, against: row.schema, validator, at: place).filter { judged in
        !broken.contains { $0.pointer == judged.pointer }
      }
  }
}
