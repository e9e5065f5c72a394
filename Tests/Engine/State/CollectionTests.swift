import DoubletContracts
import DoubletJSON
import Testing

@testable import DoubletEngine

@Suite struct CollectionTests {
  /// The same in its simplest form: an array of pairs.
  private struct NaiveCollection {
    var all: [(key: String, record: JSON)] = []

    mutating func keep(_ record: JSON, key: String) {
      if let index = all.firstIndex(where: { $0.key == key }) {
        all[index].record = record
      } else {
        all.append((key, record))
      }
    }

    mutating func remove(_ key: String) -> Bool {
      guard let index = all.firstIndex(where: { $0.key == key }) else { return false }
      all.remove(at: index)
      return true
    }

    func key(of number: String) -> String? { all.last { $0.record["number"]?.string == number }?.key }
  }

  @Test(arguments: 0..<8)
  func `it keeps, finds, orders and removes as a plain array does`(seed: Int) {
    var random = RandomStream(seed: seed, "collection")
    var (collection, naive) = (Collection(unique: ["number"]), NaiveCollection())
    for _ in 0..<2000 {
      let key = String(Int.random(in: 0..<40, using: &random))
      if Int.random(in: 0..<3, using: &random) == 0 {
        #expect(collection.remove(key) == naive.remove(key))
      } else {
        let record: JSON = [
          "number": .string("n\(key)"), "draw": .number(JSONNumber(Int.random(in: 0..<9, using: &random))),
        ]
        collection.keep(record, key: key)
        naive.keep(record, key: key)
      }
      let probe = String(Int.random(in: 0..<40, using: &random))
      #expect(collection[probe] == naive.all.first { $0.key == probe }?.record)
      #expect(collection.key(ofMember: "number", value: .string("n\(probe)")) == naive.key(of: "n\(probe)"))
      #expect(collection.count == naive.all.count)
    }
    #expect(collection.all.map(\.key) == naive.all.map(\.key))
    #expect(collection.all.map(\.record) == naive.all.map(\.record))
  }

  @Test func `records keep their order among many others that are gone`() {
    var collection = Collection()
    for index in 0..<5000 { collection.keep(["id": "r"], key: "\(index)") }
    for index in 0..<5000 where index % 1700 != 3 { collection.remove("\(index)") }
    collection.keep(["id": "r"], key: "last")
    #expect(collection.all.map(\.key) == ["3", "1703", "3403", "last"])
    for key in ["3", "1703", "3403", "last"] { collection.remove(key) }
    collection.keep(["id": "r"], key: "again")
    #expect(collection.all.map(\.key) == ["again"])
  }

  @Test func `all records of several parents are in the order in which they came`() {
    var collection = Collection(depth: 1)
    for key in ["b/1", "a/1", "b/2", "a/2"] { collection.keep(["id": "r"], key: key) }
    #expect(collection.all.map(\.key) == ["b/1", "a/1", "b/2", "a/2"])
    #expect(collection.records(in: "a").map(\.key) == ["a/1", "a/2"])
  }

  @Test func `a copy and its original do not see each other's writes`() {
    var original = Collection(unique: ["number"])
    for index in 0..<1000 { original.keep(["number": .string("n\(index)")], key: "\(index)") }
    var copy = original
    copy.remove("7")
    copy.keep(["number": "other"], key: "8")
    original.keep(["number": "n9", "new": true], key: "9")
    #expect(original["7"] != nil)
    #expect(original.key(ofMember: "number", value: "n8") == "8")
    #expect(copy["9"]?["new"] == nil)
    #expect(copy.key(ofMember: "number", value: "n7") == nil)
    #expect(copy.key(ofMember: "number", value: "n8") == nil)
    #expect((original.count, copy.count) == (1000, 999))
  }

  @Test func `members find a record by text or number, and only those that were named`() {
    var collection = Collection(unique: ["id", "number"])
    collection.keep(["id": "a", "number": 116, "name": "x"], key: "k")
    #expect(collection.key(ofMember: "id", value: "a") == "k")
    #expect(collection.key(ofMember: "number", text: "116") == "k")
    #expect(collection.key(ofMember: "number", value: 116.0) == "k")
    #expect(collection.key(ofMember: "number", value: "116") == nil)
    #expect(collection.key(ofMember: "name", value: "x") == nil)
    collection.keep(["id": "b"], key: "k")
    #expect(collection.key(ofMember: "id", value: "a") == nil)
    #expect(collection.key(ofMember: "number", text: "116") == nil)
  }

  @Test func `a member that another record took over is not lost with the first`() {
    var collection = Collection(unique: ["id"])
    collection.keep(["id": "a"], key: "1")
    collection.keep(["id": "a"], key: "2")
    collection.remove("1")
    #expect(collection.key(ofMember: "id", value: "a") == "2")
  }
}
