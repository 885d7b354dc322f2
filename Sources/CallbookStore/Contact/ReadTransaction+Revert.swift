package import CallbookModel

extension ReadTransaction {
  /// A contact with fields as they were before a change. Points are restored one by one instead.
  ///
  /// - Parameter fields: which of the changed fields; all of them when empty.
  /// - Throws: `NOT_FOUND` for a change of something else, `NOTHING_TO_RESTORE`.
  package func reverting(
    _ contact: Contact, change seq: Int64, fields: [String]
  ) throws(CallbookError) -> Contact {
    let entry = try history(of: .contact(contact.id), before: seq + 1, limit: 1).first
    guard let entry, entry.seq == seq else {
      throw CallbookError(
        .notFound, "\(contact.id) has no change \(seq)",
        hint: "callbook contact history \(contact.id)")
    }
    guard entry.event != "contact.added" else {
      throw CallbookError(
        .nothingToRestore, "change \(seq) added \(contact.id); there was nothing before it")
    }
    var reverted = contact
    var isAnySet = false
    let defined = try customFields()
    for change in try changes(of: seq) ?? []
    where fields.isEmpty || fields.contains(change.field) {
      if reverted.setField(change.field, to: change.before, defined) { isAnySet = true }
    }
    guard isAnySet else {
      throw CallbookError(
        .nothingToRestore, "change \(seq) holds no such field any more",
        hint: "callbook contact history \(contact.id)")
    }
    return reverted
  }
}
