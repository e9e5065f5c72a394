import DoubletContracts
import DoubletJSON
import DoubletValidation
import Synchronization

/// What a contract has to show for each header field of its responses where nothing else says what to send. It is looked
/// for once, and kept.
final class ShownHeaders: Sendable {
  private let rows: [HeaderRow]
  private let headers: [ServedParameter]
  private let validator: Validator
  private let sampler: Sampler
  private let kept = Mutex<[Int: String?]>([:])

  init(_ rows: [HeaderRow], _ headers: [ServedParameter], _ validator: Validator) {
    self.rows = rows
    self.headers = headers
    self.validator = validator
    sampler = Sampler(validator)
  }

  /// The text of the field of that index: its example where that is valid, else a valid sample; where nothing is valid
  /// and the field must be there, its example whatever it is. Nil where it need not be there and the document shows none.
  func text(of index: Int) -> String? {
    let row = rows[index]
    guard row.isRequired || row.value != .absent else { return nil }
    if let text = kept.withLock({ $0[index] }) { return text }
    var example: String?
    if case .constant(let value) = row.value { example = headers[index].fieldText(of: value) }
    let valid = example.flatMap { isValid($0, as: index) ? $0 : nil } ?? sample(of: index)
    let text = valid ?? (row.isRequired ? example : nil)
    kept.withLock { $0[index] = .some(text) }
    return text
  }

  /// A text that is read as a valid value; nil where none was found.
  func sample(of index: Int) -> String? {
    let row = headers[index].row
    guard row.schema >= 0 else { return "text" }
    let sampled = (0..<8).lazy.compactMap { seed in
      self.sampler.sample(of: row.schema, direction: .response, seed: seed, named: row.name)
        .flatMap(self.headers[index].fieldText)
    }.first { self.isValid($0, as: index) }
    // A schema that speaks of objects only takes every text, too.
    return sampled ?? (isValid("text", as: index) ? "text" : nil)
  }

  private func isValid(_ text: String, as index: Int) -> Bool {
    HeaderFields.violations(of: text, as: headers[index], validator, .response).isEmpty
  }
}

extension ServedParameter {
  /// A value as the text of a header field, which is never empty; nil where it cannot be one.
  func fieldText(of value: JSON) -> String? {
    var parts = RequestParts()
    guard ParameterWriter(parameter: self).write(value, to: &parts), let text = parts.headers[row.name] else {
      return nil
    }
    return !text.isEmpty && text.utf8.allSatisfy { (0x20..<0x7F).contains($0) } ? text : nil
  }
}
