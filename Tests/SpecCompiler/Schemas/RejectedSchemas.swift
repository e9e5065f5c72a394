/// Documents with mistakes in their schemas, and all that the compiler says of them.
enum RejectedSchemas {
  static let all = [
    Rejected(
      "keywords with values that they cannot have",
      document(
        components: """
            schemas:
              A: {type: intger, enum: x, minLength: -1, maxLength: 1.5, pattern: 7, format: 5}
              B: {type: [string, nul], properties: [], required: {}, items: [{}], allOf: []}
              C: {minimum: '5', multipleOf: 0, uniqueItems: 1}
              D: 5
              E: {type: null, minLength: 3, maxLength: 2, required: true}

          """
      ),
      [
        "api.yaml:8:15: warning: unknown type 'intger'; the types are string, number, integer, boolean, object, array, null",
        "api.yaml:8:29: warning: 'enum' must be a list of values, not a string",
        "api.yaml:8:43: warning: 'minLength' must be a whole number from 0, not the number -1",
        "api.yaml:8:58: warning: 'maxLength' must be a whole number from 0, not the number 1.5",
        "api.yaml:8:72: warning: 'pattern' must be a string, not the number 7",
        "api.yaml:8:83: warning: 'format' must be a string, not the number 5",
        "api.yaml:9:24: warning: unknown type 'nul'; the types are string, number, integer, boolean, object, array, null",
        "api.yaml:9:42: warning: 'properties' must be a mapping, not a list",
        "api.yaml:9:56: warning: 'required' must be a list of names, not a mapping",
        "api.yaml:9:67: warning: 'items' must be one schema; a list of them is written 'prefixItems'",
        "api.yaml:9:80: warning: 'allOf' must be a list of at least one schema, not an empty one",
        "api.yaml:10:18: warning: 'minimum' must be a number, not a string",
        "api.yaml:10:23: warning: 'multipleOf' must be above 0, not 0",
        "api.yaml:10:51: warning: 'uniqueItems' must be true or false, not the number 1",
        "api.yaml:11:8: warning: a schema must be a mapping, not the number 5",
        "api.yaml:12:15: warning: the type null is written in quotes: 'null'",
        "api.yaml:12:21: warning: 'minLength' 3 is above 'maxLength' 2, so nothing is valid",
        "api.yaml:12:59: warning: 'required' is not enforced: it must be the list of required members, in the schema of the object",
      ]
    ),
    Rejected(
      "keywords that are not enforced",
      document(
        components: """
            schemas:
              A: {type: string, format: phone, contentEncoding: base64, nullable: true, enum: [a, 5]}
              B: {type: string, format: phone, minLenght: 3, exclusiveMinimum: true, x-mine: 1}
              C: {discriminator: {propertyName: kind}, dependencies: {}}

          """
      ),
      [
        "api.yaml:8:63: warning: 'nullable' is not enforced: it is no keyword of this dialect; write type: [string, 'null'], or anyOf with {type: 'null'}",
        "api.yaml:8:89: warning: 'enum' lists 5, which the type string excludes",
        "api.yaml:9:38: warning: 'minLenght' is not enforced: there is no such keyword; did you mean 'minLength'?",
        "api.yaml:9:52: warning: 'exclusiveMinimum' is a number in OpenAPI 3.1, the limit itself; it is read as in 3.0",
        "api.yaml:10:46: warning: 'dependencies' is not enforced: it is no keyword of this dialect; write 'dependentRequired' or 'dependentSchemas'",
      ]
    ),
  ]
}
