import DoubletContracts
import DoubletJSON

/// A valid value that has a place where a schema applies.
struct ProbeSite {
  /// The whole value.
  let whole: JSON
  /// The way to the schema.
  var way: ProbeWay
  /// What is asked at the place.
  let demand: Demand
  /// The schemas that ask it, whatever is chosen on the way.
  let asked: [Applied]
  let place: SamplePlace

  /// The steps to the place.
  var steps: [SampleStep] { way.steps }

  /// The value at the place.
  var value: JSON { whole.value(at: JSONPointer(tokens: steps.tokens)) ?? .null }

  /// The whole value with another one at the place.
  func replacing(with value: JSON) -> JSON { whole.replacing(steps.tokens[...], with: value) }
}

extension Demand {
  /// The schemas of the member or element that a step leads to.
  func schemas(at step: SampleStep, _ program: Program) -> [Applied] {
    switch step {
    case .member(let name): object.schemas(of: name, program)
    case .element(let position): array.schemas(at: position)
    case .option, .types: []
    }
  }

  /// Why nothing may be where a step leads to from a place.
  func exclusion(of step: SampleStep, at place: [String]) -> Contradiction? {
    let (holder, isExcluded): (JSONTypes, Bool)
    switch step {
    case .member(let name): (holder, isExcluded) = (.object, object.forbidden.contains(name) || object.most == 0)
    case .element(let position): (holder, isExcluded) = (.array, array.most <= position)
    case .option, .types: return nil
    }
    if isExcluded {
      return Contradiction(pointer: JSONPointer(tokens: place + [step].tokens), rules: ["is not allowed"])
    }
    let left = choices?.filter { !JSONTypes(of: $0).isDisjoint(with: types) }
    let leftTypes = left.map { JSONTypes(ofAll: $0) } ?? types
    guard leftTypes.isDisjoint(with: holder) else { return nil }
    let rules = [left.map { Message.mustBe($0) } ?? Message.mustBe(types), Message.mustBe(holder)]
    return Contradiction(pointer: JSONPointer(tokens: place), rules: rules)
  }
}

extension Sequence where Element == SampleStep {
  /// The keys and positions of the steps that go down.
  var tokens: [String] {
    compactMap { step in
      switch step {
      case .member(let name): name
      case .element(let position): String(position)
      case .option, .types: nil
      }
    }
  }
}

extension JSON {
  /// The value with another one at the end of these keys and positions.
  func replacing(_ tokens: ArraySlice<String>, with value: JSON) -> JSON {
    guard let token = tokens.first else { return value }
    var changed = self
    switch self {
    case .array:
      guard let position = Int(token), let element = self[position] else { return self }
      changed[position] = element.replacing(tokens.dropFirst(), with: value)
    case .object:
      // Where the way ends a member may be missing.
      guard let member = self[token] else { return tokens.count == 1 ? self.with(token, value) : self }
      changed[token] = member.replacing(tokens.dropFirst(), with: value)
    default: break
    }
    return changed
  }
}
