internal import DoubletContracts
internal import DoubletEngine
internal import DoubletJSON

extension ControlCall {
  /// The records of a collection by key, in the order in which they came.
  func listRecords() throws(FakeError) -> Answer {
    let records = try fake.records(of: path("collection"), path("api"), in: sandbox)
    return OwnAnswer.json(.object(JSONObject(records.map { ($0.key, $0.record) })))
  }

  /// Makes these the records of a collection.
  func putRecords() throws(FakeError) -> Answer {
    let records = (body.object ?? JSONObject()).map { (key: $0.key, record: $0.value) }
    try fake.setRecords(records, of: path("collection"), path("api"), in: sandbox)
    return Self.done
  }

  /// Removes the records of a collection.
  func deleteRecords() throws(FakeError) -> Answer {
    try fake.removeRecords(of: path("collection"), path("api"), in: sandbox)
    return Self.done
  }

  /// A record as it is stored.
  func getRecord() throws(FakeError) -> Answer {
    guard let record = try fake.record(path("key"), of: path("collection"), path("api"), in: sandbox) else {
      throw noRecord
    }
    return OwnAnswer.json(record)
  }

  /// Stores a record as it is.
  func putRecord() throws(FakeError) -> Answer {
    try fake.setRecord(body, path("key"), of: path("collection"), path("api"), in: sandbox)
    return Self.done
  }

  /// Removes a record.
  func deleteRecord() throws(FakeError) -> Answer {
    guard try fake.removeRecords(path("key"), of: path("collection"), path("api"), in: sandbox) else { throw noRecord }
    return Self.done
  }

  private var noRecord: FakeError {
    FakeError("There is no record '\(path("key"))' in \(path("collection")) of \(path("api")).", kind: .notFound)
  }
}
