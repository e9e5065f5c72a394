import Testing

@Suite("Examples against their schemas")
struct ExampleTests {
  @Test func `an example that does not fit is told at the value that is wrong`() {
    let yaml =
      head + """
        paths:
          /a:
            put:
              parameters:
                - {name: n, in: query, schema: {type: integer}, example: x}
              requestBody:
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/A'}
                    examples:
                      good: {value: {id: 1, name: a}}
                      bad: {value: {id: 1, name: 5}}
              responses:
                '200':
                  description: fine
                  headers: {X-N: {schema: {type: integer}, example: y}}
                  content: {application/json: {schema: {$ref: '#/components/schemas/A'}, example: {name: a}}}
        components:
          schemas:
            A:
              type: object
              required: [id]
              properties:
                id: {type: integer, example: '1'}
                name: {type: string, maxLength: 3, default: abcd}
                secret: {type: string, writeOnly: true}
              example: {id: 1, extra: true}
        """
    #expect(
      compile(yaml).messages == [
        #"api.yaml:7:66: warning: the example does not fit its schema: must be an integer, is the string "x""#,
        "api.yaml:14:42: warning: the example does not fit its schema: '/name' must be a string, is the number 5",
        #"api.yaml:18:61: warning: the example does not fit its schema: must be an integer, is the string "y""#,
        "api.yaml:19:91: warning: the example does not fit its schema: '/id' is required",
        #"api.yaml:26:38: warning: the example does not fit its schema: must be an integer, is the string "1""#,
        "api.yaml:27:53: warning: the default does not fit its schema: must be at most 3 characters, is 4",
      ]
    )
  }
}
