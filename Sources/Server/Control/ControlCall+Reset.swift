internal import DoubletEngine
internal import DoubletJSON

extension ControlCall {
  /// Takes the parts that `only` names, or everything, back to where the sandbox started.
  func reset() -> Answer {
    let only = body["only"]?.array?.compactMap { $0.string.flatMap(Fake.Part.init) }
    for name in sandboxes { fake.reset(name, only: only.map { Set($0) } ?? Set(Fake.Part.allCases)) }
    return Self.done
  }
}
