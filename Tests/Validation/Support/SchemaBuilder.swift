import DoubletContracts
import DoubletJSON
import DoubletValidation

/// Makes schema tables of a JSON Schema, so that a test can say its schema as text. For tests only; it trusts its input.
final class SchemaBuilder {
  typealias Node = SchemaDocuments.Node

  var tables = SchemaTables()
  var documents: SchemaDocuments
  /// Whether `format` is asserted.
  private let assertsFormats: Bool
  private var indices: [Node: Int] = [:]
  private var resources: [String: Int] = [:]
  private var schemaResources: [Int] = []
  /// A reference that leads nowhere.
  private(set) var dangling: [String] = []

  init(documents: SchemaDocuments = SchemaDocuments(), assertsFormats: Bool = true) {
    self.documents = documents
    self.assertsFormats = assertsFormats
  }

  /// Adds a schema and returns its index.
  func add(_ schema: JSON, at address: String = "") -> Int {
    let index = schemaIndex(documents.add(schema, at: address))
    // A dynamic reference may mean an anchor that no static one leads to.
    if tables.instructions.contains(where: { $0.opcode == .dynamicReference }) {
      for node in documents.dynamicAnchors.values { _ = schemaIndex(node) }
    }
    return index
  }

  /// The tables with what dynamic references mean.
  var finished: SchemaTables {
    let scopes = scopes  // may add schemas
    var tables = tables
    tables.scopes = scopes
    return tables
  }

  private var scopes: DynamicScopes {
    guard tables.instructions.contains(where: { $0.opcode == .dynamicReference }) else { return DynamicScopes() }
    let anchors = documents.dynamicAnchors.map { anchor, node in
      DynamicScopes.Anchor(
        name: name(anchor.name),
        resource: resource(anchor.resource),
        schema: schemaIndex(node)
      )
    }
    return DynamicScopes(resources: schemaResources, anchors: anchors)
  }

  func schemaIndex(_ node: Node) -> Int {
    if let index = indices[node] { return index }
    let index = tables.schemas.count
    indices[node] = index
    let location = node.document + node.pointer.fragment
    tables.schemas.append(SchemaRow(program: .empty, location: location, position: .none))
    schemaResources.append(resource(documents.base(of: node)))
    let program = compile(node)
    let start = tables.instructions.count
    for instruction in program {
      tables.instructions.append(instruction)
      tables.positions.append(SourcePosition(file: 0, line: tables.instructions.count, column: 1))
    }
    tables.schemas[index].program = Span(start: start, count: program.count)
    return index
  }

  func reference(_ reference: String, from node: Node) -> Node? {
    let target = documents.resolve(reference, from: node)
    if target == nil { dangling.append(reference) }
    return target
  }

  private func resource(_ address: String) -> Int {
    if let index = resources[address] { return index }
    resources[address] = resources.count
    return resources.count - 1
  }

  private func compile(_ node: Node) -> [Instruction] {
    guard let schema = documents.value(node) else { return [] }
    if let isTrue = schema.bool { return isTrue ? [] : [Instruction(.never)] }
    var program: [Instruction] = []
    for key in schema.object?.keys ?? [] {
      guard let value = schema[key] else { continue }
      program += assertion(key, value) ?? applicator(key, value, schema, node) ?? []
    }
    program += members(schema, node) + elements(schema, node)
    return program
  }

  /// The instruction of a keyword that looks at the value alone; nothing for other keywords.
  private func assertion(_ key: String, _ value: JSON) -> [Instruction]? {
    let counts: [String: Opcode] = [
      "minLength": .minLength, "maxLength": .maxLength, "minItems": .minItems, "maxItems": .maxItems,
      "minProperties": .minProperties, "maxProperties": .maxProperties,
    ]
    let bounds: [String: Opcode] = [
      "minimum": .minimum, "exclusiveMinimum": .exclusiveMinimum, "maximum": .maximum,
      "exclusiveMaximum": .exclusiveMaximum, "multipleOf": .multipleOf,
    ]
    if let opcode = counts[key], let count = value.int { return [Instruction(opcode, count)] }
    if let opcode = bounds[key], let number = value.number {
      tables.numbers.append(number)
      return [Instruction(opcode, tables.numbers.count - 1)]
    }
    switch key {
    case "type":
      let names = value.array?.compactMap(\.string) ?? [value.string ?? ""]
      let types = names.compactMap(JSONTypes.init(name:)).reduce(into: JSONTypes()) { $0.formUnion($1) }
      return [Instruction(.type, types.rawValue)]
    case "enum":
      tables.values += value.array ?? []
      return [Instruction(.enumeration, tables.values.count - (value.array?.count ?? 0), value.array?.count ?? 0)]
    case "const":
      tables.values.append(value)
      return [Instruction(.constant, tables.values.count - 1)]
    case "pattern":
      return [Instruction(.pattern, pattern(value.string ?? ""))]
    case "format":
      guard assertsFormats, let name = value.string, Format(name: name) != nil else { return [] }
      tables.formats.append(name)
      return [Instruction(.format, tables.formats.count - 1)]
    case "uniqueItems": return value.bool == true ? [Instruction(.uniqueItems)] : []
    case "required":
      let (start, count) = names(value)
      return [Instruction(.required, start, count)]
    case "dependentRequired":
      return value.object?.map { trigger, required in
        let (start, count) = names(required)
        return Instruction(.dependentRequired, name(trigger), start, count)
      }
    default: return nil
    }
  }

  func pattern(_ source: String) -> Int {
    tables.patterns.append(source)
    return tables.patterns.count - 1
  }

  func name(_ name: String) -> Int {
    if let index = tables.names.firstIndex(where: { $0.utf8.elementsEqual(name.utf8) }) { return index }
    tables.names.append(name)
    return tables.names.count - 1
  }

  private func names(_ list: JSON) -> (start: Int, count: Int) {
    let names = list.array?.compactMap(\.string) ?? []
    tables.names += names
    return (tables.names.count - names.count, names.count)
  }
}
