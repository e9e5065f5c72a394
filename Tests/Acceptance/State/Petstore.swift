/// A document without a word of `x-doublet`, as most are.
let petstore = """
  openapi: 3.0.3
  info: {title: Petstore, version: '1'}
  servers: [{url: https://petstore.test/v1}]
  paths:
    /pets:
      get:
        operationId: listPets
        parameters:
          - {name: limit, in: query, schema: {type: integer, minimum: 1, maximum: 100}}
          - {name: offset, in: query, schema: {type: integer, minimum: 0}}
          - {name: tag, in: query, schema: {type: string}}
          - {name: kind, in: query, explode: true, schema: {type: array, items: {type: string}}}
          - {name: sort, in: query, schema: {type: string}}
        responses:
          '200':
            description: some pets
            headers:
              Link: {schema: {type: string}}
              X-Total-Count: {schema: {type: integer}}
            content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}
      post:
        operationId: createPet
        requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewPet'}}}}
        responses:
          '201': {description: made, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
          '422': {description: invalid}
    /pets/{petId}:
      parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
      get:
        operationId: readPet
        responses:
          '200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
          '404': {description: none}
      put:
        operationId: replacePet
        requestBody: {required: true, content: {application/json: {schema: {$ref: '#/components/schemas/NewPet'}}}}
        responses:
          '200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
          '404': {description: none}
      patch:
        operationId: changePet
        requestBody:
          content:
            application/json: {schema: {type: object, properties: {tag: {type: string, nullable: true}}}}
            application/json-patch+json: {schema: {type: array, items: {type: object}}}
        responses:
          '200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
          '404': {description: none}
          '409': {description: no}
      delete:
        operationId: deletePet
        responses: {'204': {description: gone}, '404': {description: none}}
    /pets/{petId}/toys:
      parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
      get:
        operationId: listToys
        responses:
          '200':
            description: toys
            content:
              application/json:
                schema:
                  type: object
                  required: [data, meta]
                  properties:
                    data: {type: array, items: {$ref: '#/components/schemas/Toy'}}
                    meta:
                      type: object
                      required: [total]
                      properties: {total: {type: integer}}
      post:
        operationId: createToy
        requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Toy'}}}}
        responses:
          '201':
            description: made
            content:
              application/json:
                schema: {type: object, required: [data], properties: {data: {$ref: '#/components/schemas/Toy'}}}
          '404': {description: none}
    /pets/{petId}/toys/{toyId}:
      parameters:
        - {name: petId, in: path, required: true, schema: {type: integer}}
        - {name: toyId, in: path, required: true, schema: {type: string, format: uuid}}
      get:
        operationId: readToy
        responses:
          '200':
            description: one
            content:
              application/json:
                schema: {type: object, required: [data], properties: {data: {$ref: '#/components/schemas/Toy'}}}
          '404': {description: none}
    /pets/{petId}/diet:
      parameters: [{name: petId, in: path, required: true, schema: {type: integer}}]
      get:
        operationId: readDiet
        responses:
          '200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Diet'}}}}
          '404': {description: none}
      put:
        operationId: putDiet
        requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Diet'}}}}
        responses:
          '200': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Diet'}}}}
          '201': {description: one, content: {application/json: {schema: {$ref: '#/components/schemas/Diet'}}}}
    /breeds/{breed}:
      parameters: [{name: breed, in: path, required: true, schema: {type: string}}]
      get:
        operationId: readBreed
        responses:
          '200':
            description: one
            content:
              application/json:
                schema: {type: object, required: [breed, age], properties: {breed: {type: string}, age: {type: integer}}}
                example: {breed: terrier, age: 13}
  components:
    schemas:
      NewPet:
        type: object
        required: [name]
        properties:
          name: {type: string, maxLength: 20}
          tag: {type: string, nullable: true}
          kind: {type: string}
          secret: {type: string, writeOnly: true}
      Pet:
        allOf:
          - $ref: '#/components/schemas/NewPet'
          - type: object
            required: [id, createdAt, status]
            properties:
              id: {type: integer, format: int64}
              createdAt: {type: string, format: date-time, readOnly: true}
              updatedAt: {type: string, format: date-time, readOnly: true}
              status: {type: string, enum: [available, sold], default: available}
              href: {type: string, format: uri, readOnly: true}
      Toy:
        type: object
        properties:
          id: {type: string, format: uuid, readOnly: true}
          petId: {type: integer, readOnly: true}
          name: {type: string}
      Diet: {type: object, properties: {meals: {type: integer}}}
  """
