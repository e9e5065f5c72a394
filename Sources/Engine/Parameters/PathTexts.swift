import DoubletContracts

/// The texts of a path's parameters, decoded and as they were sent.
enum PathTexts {
  /// The text of a parameter. Only that of an array or object is looked up as it was sent, for its escaped delimiters.
  static func text(of parameter: ServedParameter, _ call: Call) -> SentParameter.Text? {
    guard let decoded = call.pathValues[parameter.row.name] else { return nil }
    guard parameter.typing.shape != .scalar, call.target.path.utf8.contains(UInt8(ascii: "%")) else {
      return SentParameter.Text(decoded)
    }
    return SentParameter.Text(decoded: decoded, raw: sent(parameter.row.name, call) ?? decoded)
  }

  /// The text as it was sent; nil where the escapes do not let it be told.
  private static func sent(_ name: String, _ call: Call) -> String? {
    guard let operation = call.operation else { return nil }
    let template = PathSegment.segments(of: operation.row.path)
    let segments = call.target.path.split(separator: "/", omittingEmptySubsequences: false).suffix(template.count)
    for (part, segment) in zip(template, segments) where part.names.contains(name) {
      switch part {
      case .literal: return nil
      case .capture: return String(segment)
      case .mixed(let parts):
        return PathSegment.values(of: parts[...], in: segment).flatMap { values in
          zip(part.names, values).first { $0.0 == name }?.1
        }
      }
    }
    return nil
  }
}
