import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Compiles JSON Schemas to ``SchemaTables``: one row and one contiguous program for every place where a schema stands,
/// so that a schema which names itself is an index and no recursion.
///
/// The keywords of a schema run in this order, cheap before dear: type, const and enum; lengths, numbers, pattern, format;
/// counts; members and elements; references and applicators; `unevaluated…` last, since it needs what the others found.
final class SchemaCompiler {
  /// What was compiled so far.
  var tables = SchemaTables()
  let documents: DocumentSet
  let dialect: SchemaDialect
  /// Whether formats are asserted; else they are annotations.
  var assertsFormats = true
  /// The document's `jsonSchemaDialect`.
  var documentDialect: Located?
  /// The dialects that were looked up, by URI.
  var dialects: [String: Dialect] = [:]
  /// Examples and defaults in the schemas.
  private(set) var examples: [WrittenExample] = []
  /// The components of each document by the schemas in their `allOf`.
  var heirs: [Int: [SourcePosition: [(name: String, schema: Located)]]] = [:]
  private var indices: [SourcePosition: Int] = [:]
  private var queue: [(index: Int, schema: Located)] = []
  private var next = 0
  private var nameIndices: [String: Int] = [:]
  private var patternIndices: [String: Int] = [:]
  private var formatIndices: [String: Int] = [:]
  /// Formats that look like a slip and were told of.
  var unknownFormats: Set<String> = []

  var diagnostics: Diagnostics { documents.diagnostics }

  /// A compiler of the schemas of these documents.
  init(documents: DocumentSet, dialect: SchemaDialect) {
    self.documents = documents
    self.dialect = dialect
  }

  /// The index of the schema at that place, or of the one that it is nothing but a reference to.
  func index(of schema: Located) -> Int {
    // Where anchors are dynamic, the way to a schema matters, so that its references stay steps of their own.
    guard documents.dynamicAnchors.isEmpty else { return row(for: schema) }
    guard let end = end(of: schema) else { return anything(at: schema) }
    return row(for: end)
  }

  /// The index of a schema that everything meets, for a place where the document says nothing.
  func anything(at place: Located) -> Int {
    row(for: Located(node: SourceNode(.bool(true), at: place.position), pointer: place.pointer))
  }

  /// Compiles every schema that has an index and no program yet, and those that these need.
  private func compileQueued() {
    while next < queue.count {
      let (index, schema) = queue[next]
      next += 1
      let program = program(of: schema)
      tables.schemas[index].program = Span(start: tables.instructions.count, count: program.instructions.count)
      tables.instructions += program.instructions
      tables.positions += program.positions
      noteExamples(of: schema, index)
    }
  }

  /// Notes `example`, `examples` and `default`: to be shown, and to be checked when all schemas are compiled.
  private func noteExamples(of schema: Located, _ index: Int) {
    guard schema.node.isMapping else { return }
    let directions = [Validator.Direction.none, .request, .response]
    let shown = [schema["example"]].compactMap { $0 } + (schema["examples"]?.elements ?? [])
    for value in shown {
      tables.examples.append(SchemaExampleRow(schema: index, value: value.node.json))
      examples.append(WrittenExample(value: value, schema: index, directions: directions))
    }
    if let value = schema["default"] {
      tables.examples.append(SchemaExampleRow(schema: index, value: value.node.json, isDefault: true))
      examples.append(WrittenExample(noun: "the default", value: value, schema: index, directions: directions))
    }
  }

  /// Compiles everything, dynamic anchors too, and notes what these mean.
  func compileAll() { documents.unenforced.within("schema") { compileEverything() } }

  private func compileEverything() {
    var done = 0
    repeat {
      compileQueued()
      for anchor in documents.dynamicAnchors[done...] { _ = row(for: anchor.schema) }
      done = documents.dynamicAnchors.count
    } while next < queue.count
    guard done > 0 else { return }
    var resources: [String: Int] = [:]
    func resource(_ base: String) -> Int {
      let number = resources[base] ?? resources.count
      resources[base] = number
      return number
    }
    tables.scopes = DynamicScopes(
      resources: queue.map { resource(documents.base(of: $0.schema)) },
      anchors: documents.dynamicAnchors.map {
        DynamicScopes.Anchor(name: name($0.name), resource: resource($0.base), schema: row(for: $0.schema))
      }
    )
  }

  /// The schema that a chain of bare references ends at; nothing where it leads nowhere or back to its start.
  func end(of schema: Located) -> Located? {
    var current = schema
    var seen: Set<SourcePosition> = []
    while let reference = bareReference(in: current) {
      guard seen.insert(current.position).inserted else {
        diagnostics.error("this '$ref' leads back to itself, so it names no schema", at: reference)
        return nil
      }
      guard let target = documents.target(of: reference, in: current) else { return nil }
      current = target
    }
    return current
  }

  private func bareReference(in schema: Located) -> SourceNode? {
    guard let members = schema.node.members, let reference = schema.node["$ref"] else { return nil }
    return dialect.isBareReference(members) ? reference : nil
  }

  private func row(for schema: Located) -> Int {
    if let known = indices[schema.position] { return known }
    let index = tables.schemas.count
    indices[schema.position] = index
    queue.append((index, schema))
    tables.schemas.append(
      SchemaRow(
        program: .empty,
        location: schema.pointer.fragment,
        position: schema.position,
        traits: ownTraits(of: schema)
      )
    )
    return index
  }

  private func program(of schema: Located) -> SchemaProgram {
    let dialect = ownDialect(of: schema)
    var program = SchemaProgram(schema.without(dialect.ignored))
    switch schema.node.content {
    case .bool(let isAnything):
      if !isAnything { program.append(Instruction(.never), at: schema.position) }
    case .mapping:
      checkKeywords(schema)
      compileTypes(&program)
      compileValues(&program)
      compileStrings(&program)
      compileNumbers(&program)
      compilePattern(&program)
      compileFormat(&program, isAsserted: assertsFormats || dialect.assertsFormats)
      compileCounts(&program)
      compileRequired(&program)
      compileMembers(&program)
      compileElements(&program)
      compileDependencies(&program)
      compileReferences(&program)
      compileDiscriminator(&program)
      compileCombinations(&program)
      compileUnevaluated(&program)
    default:
      mistake("schema", of: schema, "a schema must be a mapping, not \(schema.node.kindName)", at: schema.node)
    }
    return program
  }
}

extension SchemaCompiler {
  /// The index of a name in the table of names.
  func name(_ name: String) -> Int { intern(name, &nameIndices, \.names) }

  /// The index of a pattern.
  func pattern(_ pattern: String) -> Int { intern(pattern, &patternIndices, \.patterns) }

  /// The index of a format.
  func format(_ format: String) -> Int { intern(format, &formatIndices, \.formats) }

  /// A run of names of its own.
  func names(_ names: [String]) -> Span {
    defer { tables.names += names }
    return Span(start: tables.names.count, count: names.count)
  }

  /// A run of schemas, each with its index.
  func children(_ schemas: [Located]) -> Span {
    let indices = schemas.map(index)
    defer { tables.children += indices }
    return Span(start: tables.children.count, count: indices.count)
  }

  private func intern(
    _ text: String,
    _ known: inout [String: Int],
    _ table: WritableKeyPath<SchemaTables, [String]>
  ) -> Int {
    if let index = known[text] { return index }
    let index = tables[keyPath: table].count
    known[text] = index
    tables[keyPath: table].append(text)
    return index
  }
}
