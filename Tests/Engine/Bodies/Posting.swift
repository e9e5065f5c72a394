import DoubletEngine
import DoubletJSON
import Testing

/// The exchange of a request with a body, for an operation that takes bodies as `content` says.
func posting(
  _ body: [UInt8],
  as type: String,
  to content: String,
  schemas: String = "None: {}",
  headers: Headers = [:]
) throws -> Exchange {
  let fake = try Fake(
    """
    openapi: 3.2.0
    info: {title: Bodies, version: '1'}
    paths:
      /a:
        post:
          operationId: post
          requestBody: {required: true, content: {\(content)}}
          responses: {'204': {description: Done}}
    components: {schemas: {\(schemas)}}
    """
  )
  var headers = headers
  headers["Content-Type"] = type
  _ = fake.answer(Request("POST", "/a", headers: headers, body: body))
  return try #require(fake.journal().first)
}

/// The same with text.
func posting(_ body: String, as type: String, to content: String) throws -> Exchange {
  try posting(Array(body.utf8), as: type, to: content)
}
