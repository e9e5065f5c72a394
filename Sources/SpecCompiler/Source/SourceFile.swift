/// A file as it was read: what the compiler starts from.
public struct SourceFile: Sendable, Hashable {
  /// The path as messages show it: relative to the package or to where the command was called.
  public var path: String
  /// The content.
  public var bytes: [UInt8]

  /// A file of that content.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

extension SourceFile {
  /// The file's name without folders and extension: `rebilly` of `specs/rebilly.yaml`.
  public var stem: String {
    let name = path.split(separator: "/").last ?? ""
    return String(name.split(separator: ".").first ?? name)
  }

  /// Whether it is read as JSON: by its name and by its first character. All else is YAML, of which JSON is a part.
  var isJSON: Bool {
    guard path.utf8.suffix(5).elementsEqual(".json".utf8) else { return false }
    let first = bytes.first { !($0 == 0x20 || (0x09...0x0D).contains($0) || $0 == 0xEF || $0 == 0xBB || $0 == 0xBF) }
    return first == UInt8(ascii: "{")
  }

  /// Where the first bytes stand that are no UTF-8, else the end.
  var endOfText: (line: Int, column: Int) {
    var (line, column) = (1, 1)
    var parser = Unicode.UTF8.ForwardParser()
    var bytes = content.makeIterator()
    while true {
      switch parser.parseScalar(from: &bytes) {
      case .valid(let scalar) where scalar.first == 0x0A: (line, column) = (line + 1, 1)
      case .valid: column += 1
      case .error, .emptyInput: return (line, column)
      }
    }
  }

  /// The content without a byte order mark.
  var content: ArraySlice<UInt8> { bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...] }
}
