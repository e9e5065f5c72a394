import DoubletContracts
import DoubletJSON
import DoubletValidation

/// A request on its way: what each stage found out for the ones after it. One for each request, shared by all that look
/// at it: it is large, and copies of it would cost more than what most stages do.
final class Call {
  let request: Request
  let target: Target
  /// The sandbox's time at arrival, which is the time of all that the request does.
  let now: Instant
  /// The body's media type, or nil.
  let mediaType: MediaType?
  /// The contract and the operation, once routed; the contract also where only the path was found.
  var api: ServedContract?
  var contract = -1
  var operation: ServedOperation?
  /// The methods that the path has, where it does not have the request's.
  var methods: [String] = []
  /// Values of the path's parameters, decoded.
  var pathValues = CapturedValues.none
  /// Values of the server's variables, decoded.
  var serverValues = CapturedValues.none
  /// The part of the path that is the server's, as sent.
  var serverPath = ""
  /// The alternatives that let the request in; once authorized, the one that may do it stands first.
  var admitted: [Admitted] = []
  /// Where the request's quotas stand, in the order of the contract's quotas.
  var standings: [QuotaStanding] = []
  /// The media ranges that the client accepts, the heaviest first; empty: all.
  var accepted: [MediaType] = []
  /// The body as it was parsed, where it is one JSON text.
  var tape: JSONTape?
  /// The body as JSON; of a text it is made when somebody asks.
  var body: JSON? {
    get {
      if tree == nil { tree = tape?.root.tree }
      return tree
    }
    set { tree = newValue }
  }
  private var tree: JSON?
  /// The answer's body, where it is one record as it was written.
  var answered: AnswerText?
  /// That body's media type.
  var answeredAs: Offer?
  /// Values of the parameters as JSON, by location and name.
  var parameters = ParameterValues()
  /// What no rule forbids, but somebody should look at.
  var warnings: [Violation] = []
  /// What the client prefers (RFC 7240).
  var preference: Preference?
  /// What the answer can be remembered by: the same words can be given again.
  var question: RememberedAnswers.Question?
  /// Whether the answer was given and judged before.
  var isAnswerKnown = false
  /// What absolute links begin with: the host, sandbox prefix and server path that the request came by.
  private(set) lazy var linkBase = LinkBase(
    host: request.headers["Host"],
    prefix: target.prefix,
    serverPath: serverPath
  )
  /// The base of absolute links as it stands in them.
  private(set) lazy var base = linkBase.text

  /// The query's parameters, taken apart once.
  private(set) lazy var queryItems = target.queryItems

  struct ParameterKey: Hashable {
    var location: ParameterLocation
    var name: String
  }

  /// Values by location and name. There are few: they are looked through.
  struct ParameterValues {
    private var entries: [(key: ParameterKey, value: JSON)] = []

    subscript(key: ParameterKey) -> JSON? {
      get { entries.first { $0.key == key }?.value }
      set {
        let index = entries.firstIndex { $0.key == key }
        switch (index, newValue) {
        case (nil, let value?): entries.append((key, value))
        case (let index?, let value?): entries[index].value = value
        case (let index?, nil): entries.remove(at: index)
        case (nil, nil): break
        }
      }
    }
  }

  /// The call of a request. What comes to no sandbox knows no time.
  init(_ request: Request, target: Target, now: Instant = Instant(seconds: 0)) {
    self.request = request
    self.target = target
    self.now = now
    mediaType = request.headers["Content-Type"].flatMap { MediaType($0) }
  }

  /// Whether its body is a JSON Patch (RFC 6902).
  var isJSONPatch: Bool { mediaType?.type == "application" && mediaType?.subtype == "json-patch+json" }

  /// The value of a place in the request as text; nil where it is not there.
  func value(of source: ValueSource) -> JSON? {
    switch source.place {
    case .path: pathValues[source.name].map { .string($0) }
    case .server: serverValues[source.name].map { .string($0) }
    case .query:
      parameters[ParameterKey(location: .query, name: source.name)]
        ?? queryItems.first { $0.name == source.name }.map { .string($0.value) }
    case .header: request.headers[source.name].map { .string($0) }
    case .cookie: Cookies.value(source.name, in: request.headers).map { .string($0) }
    case .credential: admitted.first?.values.first.map { .string($0) }
    case .body:
      source.name.split(separator: ".").reduce(body) { value, name in value?[String(name)] }
    }
  }
}
