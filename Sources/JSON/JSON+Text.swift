extension JSON {
  /// The tree of a text in UTF-8, or the first thing in the text that is not JSON.
  ///
  /// Of members with the same key the last one stays; ask ``JSONView/duplicateKeys`` where that matters.
  public init(parsing bytes: some Sequence<UInt8>, maximumDepth: Int = 512) throws(JSONError) {
    self = try JSONTape(parsing: Array(bytes), maximumDepth: maximumDepth).root.tree
  }

  /// The tree of a text.
  public init(parsing text: String, maximumDepth: Int = 512) throws(JSONError) {
    try self.init(parsing: text.utf8, maximumDepth: maximumDepth)
  }

  /// The value as text: without any whitespace, or over several lines with an indentation of two spaces.
  public func text(pretty: Bool = false) -> String {
    String(decoding: JSONWriter.bytes(of: self, pretty: pretty), as: UTF8.self)
  }
}

extension JSON: CustomStringConvertible {
  /// The value as text without whitespace.
  public var description: String { text() }
}
