import DoubletContracts
import DoubletJSON
import Synchronization

/// The bodies of problems that no wording gives, inferred from the responses that a contract declares for them.
final class ProblemBodies: Sendable {
  private let shown: ShownBodies
  private let kept = Mutex(Kept())

  private struct Kept {
    var models: [Int: [JSON]] = [:]
    var choices: [Key: [ProblemSlot.Choice]] = [:]
  }

  /// Problems that find the same choices.
  private struct Key: Hashable {
    var mediaType: Int
    var kind: ProblemKind?
    var status: Int
    var hasViolations: Bool
  }

  init(_ shown: ShownBodies) { self.shown = shown }

  /// The problem in the form of a media type; nil where its form tells nothing of a problem, or none is declared.
  func body(_ facts: ProblemFacts, as mediaType: Int) -> JSON? {
    let models = models(of: mediaType)
    let roomy = facts.violations.isEmpty ? nil : models.first { ProblemSlots(of: $0, facts).haveRoom }
    guard let model = roomy ?? models.first else { return nil }
    let key = Key(
      mediaType: mediaType,
      kind: facts.kind,
      status: facts.status,
      hasViolations: !facts.violations.isEmpty
    )
    let known = kept.withLock { $0.choices[key] }
    let body = ProblemBody(facts, like: model, known: known) { shown.isValid($0, as: mediaType) }
    if known == nil { kept.withLock { $0.choices[key] = body.choices } }
    return body.value
  }

  /// The bodies that stand in for the problems of a media type: its example, with the members of a sample that tell
  /// something of a problem where it lacks them; else the sample, and one of each branch where there are several.
  private func models(of mediaType: Int) -> [JSON] {
    if let models = kept.withLock({ $0.models[mediaType] }) { return models }
    var model = shown.fullSample(of: mediaType)
    if let body = shown.body(of: mediaType), body.isExample {
      let completed = model.map { body.value.completed(with: $0) } ?? body.value
      model = shown.isValid(completed, as: mediaType) ? completed : body.value
    }
    let models = (model.map { [$0] } ?? []) + shown.branchSamples(of: mediaType)
    kept.withLock { $0.models[mediaType] = models }
    return models
  }
}

extension JSON {
  /// With the members of another body that tell something of a problem, where this one lacks them.
  fileprivate func completed(with sample: JSON) -> JSON {
    switch (self, sample) {
    case (.object(var members), .object(let others)):
      for (name, value) in others {
        if let own = members[name] {
          members[name] = own.completed(with: value)
        } else if ProblemWord(name, inEntry: false) != nil {
          members[name] = value
        }
      }
      return .object(members)
    case (.array([]), .array(let elements)): return .array(elements)
    default: return self
    }
  }
}
