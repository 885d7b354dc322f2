package import CallbookModel

extension Contact: SensitiveReply {
  /// An agent sees who a contact is and who owns it; of their own contacts, everything.
  ///
  /// What goes is what `ColumnDeclaration` calls sensitive; a test compares the two.
  package func redacted(for caller: Caller) -> Contact {
    guard owner == nil || owner != caller.user else { return self }
    var contact = self
    contact.points = []
    contact.notes = nil
    contact.tags = []
    contact.fields = CustomFieldValues()
    contact.sharedWith = nil
    contact.isRedacted = true
    return contact
  }
}
