public import DoubletContracts
public import DoubletJSON

/// A value of a YAML or JSON document, with the place where it stands.
public struct SourceNode: Sendable {
  /// A member of a mapping. The key is always a string.
  public typealias Member = (key: SourceNode, value: SourceNode)

  /// The value.
  public indirect enum Content: Sendable {
    /// `null`, `~` or nothing at all.
    case null
    /// `true` or `false`.
    case bool(Bool)
    /// A number with its digits.
    case number(JSONNumber)
    /// A string.
    case string(String)
    /// A list.
    case sequence([SourceNode])
    /// Keys and values in order, each key once.
    case mapping([Member])
  }

  /// The value.
  public var content: Content
  /// Where it stands.
  public var position: SourcePosition

  /// A value that stands there.
  public init(_ content: Content, at position: SourcePosition) {
    self.content = content
    self.position = position
  }
}

extension SourceNode {
  /// The characters of a string, otherwise nothing.
  public var string: String? { if case .string(let value) = content { value } else { nil } }

  /// The truth of a boolean, otherwise nothing.
  public var bool: Bool? { if case .bool(let value) = content { value } else { nil } }

  /// The number, otherwise nothing.
  public var number: JSONNumber? { if case .number(let value) = content { value } else { nil } }

  /// The value of a whole number that fits, otherwise nothing.
  public var int: Int? { number?.int }

  /// The elements of a list, otherwise nothing.
  public var elements: [SourceNode]? { if case .sequence(let value) = content { value } else { nil } }

  /// The members of a mapping, otherwise nothing.
  public var members: [Member]? { if case .mapping(let value) = content { value } else { nil } }

  /// Whether it is `null`.
  public var isNull: Bool { if case .null = content { true } else { false } }

  /// Whether it is a mapping.
  public var isMapping: Bool { if case .mapping = content { true } else { false } }

  /// The key's characters, of a member's key.
  public var name: String { string ?? "" }

  /// The value of a mapping's member, or nothing.
  public subscript(key: String) -> SourceNode? { members?.first { $0.key.string == key }?.value }

  /// What it is, for messages: `a string`, `a list`.
  public var kindName: String {
    switch content {
    case .null: "null"
    case .bool(let value): "\(value)"
    case .number(let number): "the number \(number.text)"
    case .string: "a string"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The value without its places.
  public var json: JSON {
    switch content {
    case .null: .null
    case .bool(let value): .bool(value)
    case .number(let number): .number(number)
    case .string(let text): .string(text)
    case .sequence(let elements): .array(elements.map(\.json))
    case .mapping(let members): .object(JSONObject(members.map { ($0.key.name, $0.value.json) }))
    }
  }

  /// The value at a place below this one.
  public func value(at pointer: JSONPointer) -> SourceNode? {
    var node = self
    for token in pointer.tokens {
      guard let child = node.child(token) else { return nil }
      node = child
    }
    return node
  }

  func child(_ token: String) -> SourceNode? {
    switch content {
    case .mapping: self[token]
    case .sequence(let elements):
      Int(token).flatMap { elements.indices.contains($0) && String($0) == token ? elements[$0] : nil }
    default: nil
    }
  }
}
