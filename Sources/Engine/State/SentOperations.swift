import DoubletJSON

/// What the operations of a JSON Patch (RFC 6902) do to a record, and so which of them a place of the result comes from.
struct SentOperations {
  /// One thing that an operation does: `move` takes an element from one place and puts it at another.
  private struct Step {
    enum Effect {
      case puts
      case takes
      /// Puts a value in the place of another.
      case replaces
    }

    let effect: Effect
    let place: [String]
    /// Whether the place is an element's, so that those behind it change their places.
    let isElement: Bool
    /// Where the patch says it.
    let operation: [String]
    /// Where the patch holds the value; nil: it comes from elsewhere in the record, or there is none.
    let value: [String]?
  }

  private var steps: [Step] = []
  /// How many steps are undone for all places together: many places of a long patch are not worth more.
  private var budget = 500_000

  /// What a patch that can be applied does to a record.
  init(_ patch: JSON, to record: JSON) {
    var record = record
    for (position, operation) in (patch.array ?? []).enumerated() {
      let holder = [String(position)]
      let name = operation["op"]?.string
      if name == "move" || name == "remove" {
        note(.takes, operation[name == "move" ? "from" : "path"], holder, nil, in: record)
      }
      if name != "remove", name != "test" {
        let value = name == "add" || name == "replace" ? holder + ["value"] : nil
        note(name == "replace" ? .replaces : .puts, operation["path"], holder, value, in: record)
      }
      try? record.apply(operation, at: position)
    }
  }

  private mutating func note(
    _ effect: Step.Effect,
    _ pointer: JSON?,
    _ operation: [String],
    _ value: [String]?,
    in record: JSON
  ) {
    guard var place = pointer?.string.flatMap({ JSONPointer($0) })?.tokens else { return }
    let holder = place.dropLast()
    let count = place.isEmpty ? nil : record.value(at: JSONPointer(tokens: Array(holder)))?.array?.count
    if let count, place.last == "-" {
      // What is moved within an array is taken out of it first.
      let isFromHere = steps.last.map { $0.operation == operation && $0.isElement && $0.place.dropLast() == holder }
      place[holder.count] = String(isFromHere == true ? count - 1 : count)
    }
    steps.append(
      Step(effect: effect, place: place, isElement: count != nil, operation: operation, value: value)
    )
  }

  /// Where the patch says what the record now has at a place: in the value of an operation, or in an operation that moved
  /// or took something. Where none put it there, the last that changed something below it, or that moved it along.
  ///
  /// The operations are undone, the last one first, to find out where the place was before each. What that would take too
  /// long for comes from the patch as a whole.
  mutating func source(of place: [String]) -> [String]? {
    guard budget > 0 else { return [] }
    var place = place
    var near: [String]?
    for step in steps.reversed() {
      budget -= 1
      if step.effect != .takes || !step.isElement, place.starts(with: step.place) {
        return step.value.map { $0 + place.dropFirst(step.place.count) } ?? step.operation
      }
      if step.place.count > place.count, step.place.starts(with: place) {
        near = near ?? step.operation
      } else if step.isElement, let moved = undone(step, place) {
        place = moved
        near = near ?? step.operation
      }
    }
    return near
  }

  /// Where an element, or what is in it, was before another one was put before it or taken away; nil where it stayed.
  private func undone(_ step: Step, _ place: [String]) -> [String]? {
    let level = step.place.count - 1
    guard step.effect != .replaces, place.count > level, place.starts(with: step.place.dropLast()),
      let position = Int(place[level]), let changed = Int(step.place[level]), position >= changed
    else { return nil }
    var place = place
    place[level] = String(step.effect == .puts ? position - 1 : position + 1)
    return place
  }
}
