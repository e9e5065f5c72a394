import DoubletContracts
import DoubletJSON

extension Evaluator {
  /// Runs a schema that must be remembered while it is open, or that asks what was evaluated.
  mutating func isValidInFrame(
    _ schema: Int32,
    _ cell: SchemaCell,
    _ value: JSONCursor,
    _ context: Context
  ) -> Bool {
    guard cell.flags.contains(.needsFrame) else { return isValidWithNotes(cell, value, context) }
    // A schema that asks for itself at the same value asks for nothing more than it already does.
    if isOpen(schema, value, context) { return true }
    var frame = Frame(schema: schema, value: value.index, outer: context.frames)
    return withUnsafePointer(to: &frame) { frame in
      let context = context.inside(frame)
      return cell.flags.contains(.tracks) ? isValidWithNotes(cell, value, context) : runs(cell, value, context)
    }
  }

  /// Runs a schema that has unevaluated members or elements: it looks only at what its own keywords evaluated.
  private mutating func isValidWithNotes(_ cell: SchemaCell, _ value: JSONCursor, _ context: Context) -> Bool {
    var own = Notes(value)
    let holds = withUnsafeMutablePointer(to: &own) {
      runs(cell, value, context.noting($0))
    }
    if holds { context.notes?.pointee.formUnion(own) }
    return holds
  }

  /// Whether a schema is open at this very value.
  func isOpen(_ schema: Int32, _ value: JSONCursor, _ context: Context) -> Bool {
    var frame = context.frames
    while let open = frame?.pointee, open.value == value.index {
      if open.schema == schema { return true }
      frame = open.outer
    }
    return false
  }

  /// The schema that a dynamic reference means: the anchor of the outermost resource on the way that has one.
  func target(of step: Instruction, _ context: Context) -> Int32 {
    var target = step.a
    var frame = context.frames
    while let open = frame?.pointee {
      let resource = rows.pointee.schemas[open.schema].resource
      for index in 0..<rows.pointee.anchors.count {
        let anchor = rows.pointee.anchors[index]
        if anchor.resource == resource, anchor.name == step.b { target = anchor.schema }
      }
      frame = open.outer
    }
    return target
  }
}
