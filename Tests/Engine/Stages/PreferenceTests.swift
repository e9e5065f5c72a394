import DoubletEngine
import DoubletJSON
import Testing

@Suite struct PreferenceTests {
  private static let document = """
    openapi: 3.1.0
    info: {title: T, version: '1'}
    paths:
      /a:
        get:
          operationId: A
          responses:
            '200':
              description: d
              content:
                application/json:
                  schema: {type: object, required: [n], properties: {n: {type: string, minLength: 3}}}
                  examples: {cat: {value: {n: cat}}, 'big dog': {value: {n: dog}}}
            '202': {description: d}
            '404': {description: d, content: {application/json: {examples: {gone: {value: {why: gone}}}}}}
    """

  private func answer(_ prefer: String..., fake: Fake? = nil) throws -> Answer {
    let fields = Headers(prefer.map { ("Prefer", $0) })
    return try (fake ?? Fake(Self.document)).send("GET", "/a", headers: fields)
  }

  @Test(arguments: [
    (#"example=cat"#, "cat", "example=cat"), (#"example="big dog""#, "dog", #"example="big dog""#),
    ("example = cat ; wait=5", "cat", "example=cat"),
    ("respond-async, example=cat, example=other", "cat", "example=cat"),
    ("code=200; example=cat", "cat", "code=200, example=cat"), ("EXAMPLE=cat", "cat", "example=cat"),
  ])
  func `an example is answered by its name, and the answer says so`(prefer: String, name: JSON, applied: String) throws
  {
    let answer = try answer(prefer)
    #expect(answer.status == 200)
    #expect(answer["/n"] == name)
    #expect(answer.headers["Preference-Applied"] == applied)
  }

  @Test func `several fields are one list, and what is not for a fake is left alone`() throws {
    let answer = try answer("return=minimal", "code=404", "example=gone")
    #expect(answer.status == 404)
    #expect(answer["/why"] == "gone")
    #expect(answer.headers["Preference-Applied"] == "code=404, example=gone")
    #expect(try self.answer("return=minimal").headers["Preference-Applied"] == nil)
    #expect(try self.answer("code=202").headers["Preference-Applied"] == "code=202")
  }

  @Test(arguments: [
    (
      "example=cta",
      "Prefer: example=cta names no example of the answer 200 (did you mean 'cat'?); there are cat, big dog."
    ),
    ("example=gone", "Prefer: example=gone names no example of the answer 200; there are cat, big dog."),
    ("code=404, example=cat", "Prefer: example=cat names no example of the answer 404; there are gone."),
    ("code=202, example=cat", "Prefer: example=cat names no example: the answer 202 has no body."),
    ("code=409, example=cat", "Prefer: code=409, example=cat has nothing to show: A declares no body for 409."),
    ("example=", "Prefer: example names no example; write one, as example=cat."),
    ("dynamic=maybe", "Prefer: dynamic=maybe is neither true nor false."),
    ("dynamic=true, seed=-1", "Prefer: seed=-1 is no whole number from 0 on."),
    ("code=99", "Prefer: code=99 names no status; write a status from 200 to 599, such as code=429."),
  ])
  func `what cannot be preferred is a 400 that tells what can`(prefer: String, detail: JSON) throws {
    let answer = try answer(prefer)
    #expect(answer.status == 400)
    #expect(answer["/detail"] == detail)
  }

  @Test func `a dynamic answer is a valid sample also where there are examples`() throws {
    let fake = try Fake(Self.document)
    let answers = try (0..<6).map { _ in try answer("dynamic=true", fake: fake) }
    #expect(answers.allSatisfy { $0.status == 200 && $0.headers["Preference-Applied"] == "dynamic=true" })
    #expect(Set(answers.map(\.text)).count > 1, "each request draws anew")
    #expect(fake.journal().flatMap(\.violations).isEmpty)
    let again = try Fake(Self.document)
    #expect(try answers.map(\.text) == (0..<6).map { _ in try answer("dynamic", fake: again).text })
    let seeded = try answer("dynamic=true, seed=7", fake: fake)
    #expect(try answer("dynamic=true, seed=7", fake: fake).text == seeded.text)
    #expect(seeded.headers["Preference-Applied"] == "dynamic=true, seed=7")
    #expect(try answer("dynamic=false").headers["Preference-Applied"] == nil)
  }

  @Test func `what is shown instead of an action reads and writes nothing`() throws {
    let fake = try Fake(shop)
    let headers = Headers(shopper + [("Prefer", "dynamic=true")])
    #expect(fake.send("PUT", "/orders/7", [:], headers: headers).status == 200)
    #expect(fake.send("GET", "/orders/7", headers: Headers(shopper)).status == 404)
    #expect(fake.send("GET", "/orders/7", headers: headers)["/id"] == "7")
    #expect(fake.journal().compactMap(\.effect).isEmpty)
  }
}
