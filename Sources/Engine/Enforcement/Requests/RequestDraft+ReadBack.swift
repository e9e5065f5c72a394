import DoubletContracts
import DoubletJSON

extension RequestDraft {
  /// The call that the fake makes of the request, with its parameters read, and the operation that it found.
  func call(of fake: Fake) throws(Unsendable) -> Call {
    let request = try request()
    let call = Call(request, target: Target(request.target))
    do throws(Problem) { try Engine(fake: fake).route(call) } catch { throw Unsendable("the path leads nowhere") }
    guard let found = call.operation, found.index == operation.index else {
      throw Unsendable("the path is that of \(call.operation?.row.id ?? "another operation")")
    }
    _ = ParameterReader.read(call, operation, api)
    if case .value(let value, _) = body { call.body = value }
    return call
  }

  /// Why the value of a parameter cannot be sent; nil where what is read is what was written.
  func loss(of number: Int, _ fake: Fake) -> String? {
    guard case .value(let value) = parameters[number] else { return nil }
    let row = operation.parameters[number].row
    do throws(Unsendable) {
      let read = try call(of: fake).parameters[Call.ParameterKey(location: row.location, name: row.name)]
      if read == value { return nil }
      return read?.readBack ?? "as text it is nothing"
    } catch {
      return error.reason
    }
  }
}

extension ServedContent {
  /// Why a value cannot be sent as a body of this type; nil where what is read is what was written.
  func loss(of value: JSON, _ api: ServedContract) -> String? { loss(of: value, by: BodyWriter(self, api), api) }

  /// The body that a value, which breaks a rule at a place, is sent as. A part of a multipart may say that it is JSON, and
  /// is whatever value it has then.
  func body(breaking value: JSON, at place: JSONPointer, _ api: ServedContract) -> RequestDraft.Body? {
    guard type.kind == .multipart, let field = place.tokens.first.flatMap({ fields?.field($0) }), field.takesJSON else {
      return nil
    }
    var writer = BodyWriter(self, api)
    writer.parts?.types[field.name] = "application/json"
    guard loss(of: value, by: writer, api) == nil else { return nil }
    return writer.bytes(of: value).map { .bytes($0, contentType: writer.contentType) }
  }

  /// What is read of a value that is sent as a body of this type; nil where it cannot be sent.
  func readBack(of value: JSON, _ api: ServedContract) -> JSON? {
    let writer = BodyWriter(self, api)
    guard let bytes = writer.bytes(of: value), !bytes.isEmpty, let type = MediaType(writer.contentType) else {
      return nil
    }
    return try? BodyReader.read(bytes, of: type, self, api).value
  }

  private func loss(of value: JSON, by writer: BodyWriter, _ api: ServedContract) -> String? {
    guard let bytes = writer.bytes(of: value), let type = MediaType(writer.contentType) else {
      return "\(value.kind) cannot be written as \(row.name)"
    }
    // An empty body is none.
    if bytes.isEmpty { return "it would be an empty body" }
    guard type.kind != .json else { return nil }
    do throws(Unreadable) {
      let read = try BodyReader.read(bytes, of: type, self, api).value
      return read == value ? nil : "as \(row.name) it is \(read.text().prefix(60))"
    } catch {
      return "as \(row.name) it \(error.message)"
    }
  }
}

extension FormField {
  /// Whether its part may say that it is JSON. One that has a style is read as a parameter is.
  var takesJSON: Bool { types.isEmpty ? !hasStyle : types.contains(where: \.isJSON) }
}

extension JSON {
  /// What is read where another value was written.
  var readBack: String { "as text it is \(kind.article) \(text().prefix(40))" }
}

extension JSONKind {
  /// `the string`, `the number`.
  fileprivate var article: String { self == .null ? "the literal" : "the \(self)" }
}
