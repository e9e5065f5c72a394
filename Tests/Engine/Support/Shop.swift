/// A document with a collection and every action on it, a quota, two schemes that are asked for together, and problems
/// that tell their kind.
let shop = """
  openapi: 3.1.0
  info: {title: Shop, version: '1'}
  servers:
    - url: https://shop.test/v1/{tenant}
      variables: {tenant: {default: t1}}
  x-doublet:
    name: shop
    resources:
      orders:
        schema: '#/components/schemas/Order'
        key: path.id
        computed:
          made: {value: '{now}', on: create}
          changed: {value: '{now}'}
        links: {self: '/orders/{key}'}
    problems:
      default:
        mediaType: application/problem+json
        body:
          kind: '{kind}'
          title: '{title}'
          status: '{status}'
          detail: '{detail}'
          fields: [{field: '{violation.field}', code: '{violation.code}', message: '{violation.message}'}]
    quotas:
      writes:
        limit: 1000
        window: 10s
        methods: [POST, PUT, PATCH]
        per: server.tenant
        headers: {X-Left: '{remaining}', X-Limit: '{limit}'}
  security:
    - {Key: [], Session: []}
  paths:
    /orders:
      get:
        operationId: ListOrders
        x-doublet: {resource: orders, action: list}
        responses: {'200': {$ref: '#/components/responses/Orders'}}
      post:
        operationId: MakeOrder
        x-doublet: {resource: orders, action: create}
        requestBody: {$ref: '#/components/requestBodies/Order'}
        responses:
          '201':
            description: made
            headers:
              Location: {schema: {type: string}, x-doublet: {value: '{link.self}'}}
              X-Left: {schema: {type: integer}}
            content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
    /orders/{id}:
      parameters:
        - {name: id, in: path, required: true, schema: {type: string, maxLength: 40}}
      get:
        operationId: ReadOrder
        x-doublet: {resource: orders, action: read}
        responses: {'200': {$ref: '#/components/responses/Order'}}
      put:
        operationId: PutOrder
        x-doublet: {resource: orders, action: replace}
        requestBody: {$ref: '#/components/requestBodies/Order'}
        responses:
          '200': {$ref: '#/components/responses/Order'}
          '201': {$ref: '#/components/responses/Order'}
      patch:
        operationId: ChangeOrder
        x-doublet: {resource: orders, action: merge}
        requestBody: {$ref: '#/components/requestBodies/Order'}
        responses: {'200': {$ref: '#/components/responses/Order'}}
      delete:
        operationId: DropOrder
        x-doublet: {resource: orders, action: delete}
        responses: {'204': {description: gone}}
  components:
    securitySchemes:
      Key: {type: apiKey, in: header, name: X-Key}
      Session: {type: apiKey, in: cookie, name: sid}
    requestBodies:
      Order:
        required: true
        content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
    responses:
      Order:
        description: one
        content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}
      Orders:
        description: all
        content:
          application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Order'}}}
    schemas:
      Order:
        type: object
        properties:
          id: {type: string}
          note: {type: [string, 'null'], maxLength: 5}
          buyer:
            type: object
            properties:
              name: {type: string, minLength: 2}
          lines:
            type: array
            items: {type: object, properties: {count: {type: integer, minimum: 1}}}
          made: {type: string, format: date-time, readOnly: true}
          changed: {type: string, format: date-time, readOnly: true}

  """

/// What lets a request into the shop.
let shopper: [(name: String, value: String)] = [("X-Key", "k"), ("Cookie", "sid=s")]
