import CallbookModel

/// The definitions of custom fields as one connection knows them: every contact asks for them, and they
/// change a few times a year.
///
/// It stays with its connection's thread.
final class DefinedFields {
  /// nil until they are read.
  private(set) var known: CustomFieldSet?
  private var generation = 0

  /// To be asked before a snapshot is taken: then what is read in it is no older.
  ///
  /// - Parameter generation: of the definitions that are committed.
  func renew(_ generation: Int) {
    guard generation != self.generation else { return }
    known = nil
    self.generation = generation
  }

  /// After they were changed, and after a change that may have been theirs was taken back.
  func forget() { known = nil }

  func keep(_ fields: CustomFieldSet) { known = fields }
}
