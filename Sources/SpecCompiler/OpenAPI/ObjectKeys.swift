/// The keys that an object of OpenAPI can have, by name: which are read, which change nothing that a stand-in does, and
/// which have a meaning that is not enforced.
struct ObjectKeys {
  /// What the object is, for messages: `an operation`.
  var noun: String
  /// Keys that are compiled.
  var read: Set<String>
  /// Keys that change nothing for a stand-in.
  var harmless: Set<String> = []
  /// Keys whose rules are not enforced, and why.
  var unenforced: [String: String] = [:]
  /// Those of the keys that OpenAPI has from 3.2 on.
  var since3_2: Set<String> = []
  /// Whether `x-doublet` has a meaning here.
  var takesDoublet = false

  /// Every key, for suggestions.
  var all: [String] { (read.union(harmless).union(unenforced.keys)).sorted() }
}

extension ObjectKeys {
  static let document = ObjectKeys(
    noun: "the document",
    read: ["openapi", "info", "servers", "paths", "components", "security", "$self", "jsonSchemaDialect"],
    harmless: ["tags", "externalDocs"],
    unenforced: ["webhooks": "a webhook is a request of the API's own, and a fake sends none"],
    since3_2: ["$self"],
    takesDoublet: true
  )
  static let info = ObjectKeys(
    noun: "info",
    read: ["title", "version"],
    harmless: ["summary", "description", "termsOfService", "contact", "license"]
  )
  static let components = ObjectKeys(
    noun: "components",
    read: [
      "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "pathItems",
      "mediaTypes",
    ],
    harmless: ["links", "callbacks"],
    since3_2: ["mediaTypes"]
  )
  static let pathItem = ObjectKeys(
    noun: "a path item",
    read: Set(["$ref", "parameters", "servers", "additionalOperations"] + Compilation.methods),
    harmless: ["summary", "description"],
    since3_2: ["query", "additionalOperations"]
  )
  static let operation = ObjectKeys(
    noun: "an operation",
    read: ["operationId", "parameters", "requestBody", "responses", "security", "servers", "deprecated"],
    harmless: ["tags", "summary", "description", "externalDocs"],
    unenforced: ["callbacks": "a callback is a request of the API's own, and a fake sends none"],
    takesDoublet: true
  )
  static let parameter = ObjectKeys(
    noun: "a parameter",
    read: [
      "name", "in", "required", "deprecated", "style", "explode", "allowReserved", "allowEmptyValue", "schema",
      "content",
    ],
    harmless: ["description", "example", "examples"],
    takesDoublet: true
  )
  static let header = ObjectKeys(
    noun: "a header",
    read: ["required", "schema", "content"],
    harmless: ["description", "example", "examples", "deprecated", "style", "explode", "allowEmptyValue"],
    takesDoublet: true
  )
  static let requestBody = ObjectKeys(noun: "a request body", read: ["content", "required"], harmless: ["description"])
  static let response = ObjectKeys(
    noun: "a response",
    read: ["headers", "content"],
    harmless: ["description", "summary", "links"],
    takesDoublet: true
  )
  static let link = ObjectKeys(
    noun: "a link",
    read: ["operationRef", "operationId", "parameters", "requestBody"],
    harmless: ["description", "server"]
  )
  static let mediaType = ObjectKeys(
    noun: "a media type",
    read: ["schema", "itemSchema", "example", "examples", "encoding"],
    unenforced: [
      "prefixEncoding": "parts are told apart by name only", "itemEncoding": "parts are told apart by name only",
    ],
    since3_2: ["itemSchema", "prefixEncoding", "itemEncoding"]
  )
  static let encoding = ObjectKeys(
    noun: "an encoding",
    read: ["contentType", "headers", "style", "explode", "allowReserved"],
    unenforced: [
      "encoding": "parts within parts are not looked into", "prefixEncoding": "parts within parts are not looked into",
      "itemEncoding": "parts within parts are not looked into",
    ]
  )
  static let example = ObjectKeys(
    noun: "an example",
    read: ["value", "externalValue", "dataValue", "serializedValue"],
    harmless: ["summary", "description"],
    since3_2: ["dataValue", "serializedValue"]
  )
  static let securityScheme = ObjectKeys(
    noun: "a security scheme",
    read: ["type", "name", "in", "scheme", "flows"],
    harmless: ["description", "bearerFormat", "openIdConnectUrl", "oauth2MetadataUrl", "deprecated"],
    takesDoublet: true
  )
  static let serverVariable = ObjectKeys(
    noun: "a server variable",
    read: ["default", "enum"],
    harmless: ["description"]
  )
  static let server = ObjectKeys(
    noun: "a server",
    read: ["url", "variables"],
    harmless: ["description", "name"]
  )
}

extension Compilation {
  /// Names every key of an object that is wrong here, and notes those whose meaning is not enforced.
  func check(_ object: SourceNode, _ keys: ObjectKeys) {
    for (key, _) in object.members ?? [] {
      let name = key.name
      if version < .v3_2, keys.since3_2.contains(name) {
        diagnostics.warning("'\(name)' is a key of OpenAPI 3.2; write 'openapi: 3.2.0'", at: key)
      }
      if keys.read.contains(name) || keys.harmless.contains(name) { continue }
      if let reason = keys.unenforced[name] {
        unenforced.note(name, because: reason, at: key.position)
      } else if name == "x-doublet" {
        if !keys.takesDoublet { diagnostics.error("'x-doublet' means nothing in \(keys.noun)", at: key) }
      } else if !name.hasPrefix("x-") {
        diagnostics.warning("\(keys.noun) has no '\(name)'\(Suggestion.phrase(for: name, among: keys.all))", at: key)
      }
    }
  }
}
