public import DoubletJSON

/// What a query parameter does to a list.
public enum ListParameterRole: String, Sendable, Hashable, CaseIterable {
  /// Only records with that value of a member, or with one of several.
  case filter
  /// At most so many.
  case limit
  /// Without the first so many.
  case offset
  /// The page of that number.
  case page
  /// What comes after the record of that key.
  case cursor
  /// In the order of a member: `name`, `-name`, `name:desc`.
  case sort
  /// `asc` or `desc`.
  case order
}

/// A query parameter that steers a list.
public struct ListParameterRow: Sendable, Hashable {
  /// The parameter's name.
  public var name: String
  /// What it does.
  public var role: ListParameterRole
  /// The member that a filter looks at; else empty.
  public var member: String
  /// What holds without the parameter: the length of a page (0: all), the number of the first one.
  public var standard: Int

  /// A parameter of that name.
  public init(name: String, role: ListParameterRole, member: String = "", standard: Int = 0) {
    self.name = name
    self.role = role
    self.member = member
    self.standard = standard
  }
}

/// What a member of a list's answer tells.
public enum ListMemberRole: String, Sendable, Hashable, CaseIterable {
  /// How many records there are on all pages.
  case total
  /// How many there are on this page.
  case count
  /// The length of a page.
  case limit
  /// How many come before this page.
  case offset
  /// The number of this page.
  case page
  /// The number of pages.
  case pages
  /// Whether there is another page.
  case hasMore
  /// The cursor of the next page.
  case cursor
  /// The number of the next page.
  case nextPage
  /// The number of the page before.
  case previousPage
  /// A link to this page.
  case current
  /// A link to the next page.
  case next
  /// A link to the page before.
  case previous
  /// A link to the first page.
  case first
  /// A link to the last page.
  case last
}

/// A member, or a header field, of a list's answer that tells of the list.
public struct ListMemberRow: Sendable, Hashable {
  /// Where the member is in the body; nil: it is a header field.
  public var pointer: JSONPointer?
  /// The header field's name, else empty. `Link` holds all links (RFC 8288).
  public var header: String
  /// What it tells.
  public var role: ListMemberRole
  /// The schema of its value, or -1.
  public var schema: Int

  /// A member at a place of the body.
  public init(pointer: JSONPointer, role: ListMemberRole, schema: Int) {
    self.pointer = pointer
    header = ""
    self.role = role
    self.schema = schema
  }

  /// A header field.
  public init(header: String, role: ListMemberRole, schema: Int) {
    pointer = nil
    self.header = header
    self.role = role
    self.schema = schema
  }
}
