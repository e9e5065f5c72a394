import DoubletContracts
import DoubletEngine
import DoubletJSON
import Testing

/// A read that was answered once is answered by the same bytes, until the record changes: each way to change it is seen
/// by the next read.
@Suite struct ForgottenAnswerTests {
  enum Change: String, CaseIterable, CustomTestStringConvertible {
    case put, merge, delete, deleteParent, setRecord, setRecords, removeRecord, removeRecords, reset

    var testDescription: String { rawValue }

    func apply(to fake: Fake) throws {
      let record: JSON = ["id": "2", "name": "new"]
      switch self {
      case .put: fake.send("PUT", "/shelves/1/books/2", ["name": "new"])
      case .merge: fake.send("PATCH", "/shelves/1/books/2", ["name": "new"])
      case .delete: fake.send("DELETE", "/shelves/1/books/2")
      case .deleteParent:
        fake.send("DELETE", "/shelves/1")
        try fake.setRecord(["id": "1"], "1", of: "shelves", "library")
      case .setRecord: try fake.setRecord(record, "1/2", of: "books", "library")
      case .setRecords: try fake.setRecords([("1/2", record)], of: "books", "library")
      case .removeRecord: try fake.removeRecords("1/2", of: "books", "library")
      case .removeRecords: try fake.removeRecords(of: "books", "library")
      case .reset: fake.reset(only: [.state])
      }
    }
  }

  private func fake() throws -> Fake {
    let content = "content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}"
    func item(_ name: String, _ parameters: String) -> String {
      """
          parameters: [\(parameters)]
          get: {operationId: Get\(name), responses: {'200': {description: one, \(content)}}}
          put: {operationId: Put\(name), requestBody: {\(content)}, responses: {'200': {description: one, \(content)}}}
          patch: {operationId: Patch\(name), requestBody: {\(content)}, responses: {'200': {description: one, \(content)}}}
          delete: {operationId: Delete\(name), responses: {'204': {description: gone}}}
      """
    }
    let shelf = "{name: shelf, in: path, required: true, schema: {type: string}}"
    let book = "{name: id, in: path, required: true, schema: {type: string}}"
    return try Fake(
      """
      openapi: 3.1.1
      info: {title: Library, version: '1'}
      x-doublet: {name: library}
      components:
        schemas:
          Thing: {type: object, properties: {id: {type: string}, name: {type: string}}}
      paths:
        /shelves/{shelf}:
      \(item("Shelf", shelf))
        /shelves/{shelf}/books/{id}:
      \(item("Book", "\(shelf), \(book)"))
      """
    )
  }

  @Test(arguments: Change.allCases)
  func `what changes a record is seen by the next read`(change: Change) throws {
    let fake = try fake()
    fake.send("PUT", "/shelves/1", ["name": "shelf"])
    fake.send("PUT", "/shelves/1/books/2", ["name": "old"])
    let reads = (1...3).map { _ in fake.send("GET", "/shelves/1/books/2") }
    #expect(reads.map { $0["/name"] } == ["old", "old", "old"])
    try change.apply(to: fake)
    let read = fake.send("GET", "/shelves/1/books/2")
    switch change {
    case .put, .merge, .setRecord, .setRecords: #expect(read["/name"] == "new")
    default: #expect(read.status == 404 || read["/name"] != "old")
    }
    #expect(read.text == fake.send("GET", "/shelves/1/books/2").text)
  }

  @Test func `each sandbox answers its own records with its own links`() throws {
    let fake = try fake()
    for name in ["a", "b"] {
      fake.send("PUT", "/~\(name)/shelves/1", ["name": .string(name)])
      for _ in 1...2 { #expect(fake.send("GET", "/~\(name)/shelves/1")["/name"] == .string(name)) }
    }
    fake.send("PUT", "/~a/shelves/1", ["name": "c"])
    #expect(["a", "b"].map { fake.send("GET", "/~\($0)/shelves/1")["/name"] } == ["c", "b"])
  }
}
