package import CallbookModel

/// What files of contacts need to know: names that last beyond this store.
extension ReadTransaction {
  /// What a contact is called in files: the UID that it came with, else its own UUID; nil when it is
  /// not live.
  package func fileUID(of id: ContactID) throws(CallbookError) -> String? {
    try sql.first(
      "SELECT imported_uid, uuid FROM live_contact WHERE id = ?", { $0.bind(id) },
      { row in row.textOrNil(0) ?? "urn:uuid:\(row.uniqueID(1))" })
  }

  /// The UID that a contact came with; nil for one that was not imported, or from a file without.
  package func importedUID(of id: ContactID) throws(CallbookError) -> String? {
    try sql.first(
      "SELECT imported_uid FROM live_contact WHERE id = ?", { $0.bind(id) }, { $0.textOrNil(0) })
      ?? nil
  }

  /// Whether a contact in any state has this UID: one that is not live keeps it, too.
  package func isTaken(uid: String) throws(CallbookError) -> Bool {
    try sql.first(
      "SELECT 1 FROM contact WHERE imported_uid = ? OR uuid = ?",
      { row in
        row.bind(uid)
        row.bind(UniqueID(uid)?.bytes)
      }, { $0.boolean(0) }) ?? false
  }
}
