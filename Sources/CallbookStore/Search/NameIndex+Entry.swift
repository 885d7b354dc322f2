extension NameIndex {
  /// What the index is told of a contact.
  package struct Entry: Sendable, Hashable {
    package let id: Int64
    package let name: String
    /// Where the person works; nil without one and for organisations.
    package let company: String?
    /// Whether the name starts with a surname.
    package let isPerson: Bool

    package init(id: Int64, name: String, company: String?, isPerson: Bool) {
      self.id = id
      self.name = name
      self.company = company
      self.isPerson = isPerson
    }
  }
}
