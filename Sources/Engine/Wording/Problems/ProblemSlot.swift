import DoubletJSON
import DoubletValidation

/// A place in an API's problem body where something of the problem can be told.
struct ProblemSlot {
  /// A step on the way to it.
  enum Step {
    case member(String)
    /// Every element of a list, each about the violation of its position.
    case entries
  }

  /// What is told there.
  enum Choice {
    /// What stands in for it stays.
    case stays
    /// The offer of that position.
    case offer(Int)
    /// The first offer, cut to that many characters.
    case cut(Int)
  }

  var path: [Step]
  /// Whether it is text for people, which may be cut.
  var isProse = false
  /// Whether it is a list, whose entries have slots of their own.
  var isList = false
  /// What may be told there, the best first, for the problem or a violation; nil: nothing is told, the member is left out.
  var offers: (Violation?) -> [JSON?]

  /// The offers, the best first.
  func choices(_ violations: [Violation]) -> [Choice] {
    let count = max(offers(nil).count, violations.first.map { offers($0).count } ?? 0)
    return (0..<count).map { .offer($0) }
  }

  /// A body with this slot filled.
  func filled(_ body: JSON, _ choice: Choice, _ violations: [Violation]) -> JSON {
    if case .stays = choice { return body }
    return body.replacing(path[...], about: nil, violations) { current, violation in
      let offers = offers(violation)
      // Where there is nothing to tell of this violation, what stands in for it stays.
      guard !offers.isEmpty else { return current }
      switch choice {
      case .offer(let position): return offers.indices.contains(position) ? offers[position] : offers.last ?? nil
      case .cut(let length): return offers.first.flatMap { $0?.string }.map { .string(String($0.prefix(length))) }
      case .stays: return nil
      }
    } ?? body
  }
}

extension JSON {
  /// With the value at a path replaced; nil where it itself is left out.
  fileprivate func replacing(
    _ path: ArraySlice<ProblemSlot.Step>,
    about violation: Violation?,
    _ violations: [Violation],
    by make: (JSON, Violation?) -> JSON?
  ) -> JSON? {
    switch path.first {
    case nil: return make(self, violation)
    case .member(let name):
      guard let child = self[name] else { return self }
      var replaced = self
      replaced[name] = child.replacing(path.dropFirst(), about: violation, violations, by: make)
      return replaced
    case .entries:
      guard case .array(let elements) = self else { return self }
      return .array(
        elements.enumerated().compactMap { position, element in
          let violation = violations.indices.contains(position) ? violations[position] : nil
          return element.replacing(path.dropFirst(), about: violation, violations, by: make)
        }
      )
    }
  }
}
