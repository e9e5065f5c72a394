/// The versions of OpenAPI whose rules differ here.
enum OpenAPIVersion: Comparable {
  /// 3.0: schemas are a dialect of JSON Schema draft 4 with `nullable`.
  case v3_0
  /// 3.1: schemas are JSON Schema 2020-12.
  case v3_1
  /// 3.2: as 3.1, with more keys.
  case v3_2

  /// The version of `openapi: 3.1.0`; nil for all that is not 3.0, 3.1 or 3.2.
  init?(_ text: String) {
    switch text.split(separator: ".").prefix(2).joined(separator: ".") {
    case "3.0": self = .v3_0
    case "3.1": self = .v3_1
    case "3.2": self = .v3_2
    default: return nil
    }
  }
}
